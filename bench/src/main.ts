import { availableParallelism, loadavg } from 'node:os';
import { duplicates } from './duplicates/duplicates.js';
import { importing } from './import/import.js';
import { loop } from './loop/loop.js';
import { opening } from './opening/opening.js';
import { server } from './server/server.js';
import type { Result, Row } from './row.js';

/** Every benchmark by its name; what one says on the way goes to standard error. */
const benchmarks: Readonly<Record<string, (say: (line: string) => void) => Promise<readonly Row[]>>> = {
  opening,
  import: importing,
  duplicates,
  loop,
  server,
};

const [name = '', ...options] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark === undefined || options.some((option) => option !== '--json')) {
  process.stderr.write(`npm run bench -- NAME [--json], where NAME is one of: ${Object.keys(benchmarks).join(', ')}\n`);
  process.exitCode = 2;
} else {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const [busy = 0] = loadavg();
  if (busy > availableParallelism() / 4) say(`This machine is busy (load ${busy.toFixed(1)}): times will be longer.`);
  const rows = await benchmark(say);
  const result: Result = { name, node: process.version, rows };
  process.stdout.write(options.includes('--json') ? `${JSON.stringify(result)}\n` : `${rows.map(asLine).join('\n')}\n`);
  process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
}

function asLine({ case: what, measure, unit, ours, peer, peerName, limit, goal, holds }: Row): string {
  const against = goal === undefined ? '' : `  (${goal} ${unit}: ${holds ? 'holds' : 'DOES NOT HOLD'})`;
  const least = limit === undefined ? '' : `  least possible here ${limit}`;
  const beside = peer === undefined ? '' : `  ${peerName}: ${peer}`;
  return `${what} · ${measure}: ${ours} ${unit}${against}${beside}${least}`;
}
