import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chance } from './chance.js';
import { bibtexText } from './dialects/bibtex.js';
import { nbibText } from './dialects/nbib.js';
import { risText } from './dialects/ris.js';
import { type MadeRecord, madeRecord } from './made-record.js';

export type MadeFormat = 'ris' | 'nbib' | 'bibtex';
export interface MadeFile {
  readonly path: string;
  readonly records: number;
  readonly bytes: number;
}

const texts: Readonly<Record<MadeFormat, (record: MadeRecord) => string>> = {
  ris: risText,
  nbib: nbibText,
  bibtex: bibtexText,
};

/** So many records in a format, the same in every run; written once, and again when what makes them has changed. */
export async function madeFile(format: MadeFormat, records: number): Promise<MadeFile> {
  const folder = fileURLToPath(new URL('../../../.cache/bench-import/', import.meta.url));
  const path = join(folder, `${format}-${records}-${maker()}.txt`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    await write(`${path}.new`, texts[format], records);
    renameSync(`${path}.new`, path);
  }
  return { path, records, bytes: statSync(path).size };
}

async function write(path: string, text: (record: MadeRecord) => string, records: number): Promise<void> {
  const chance = new Chance(20_261_123);
  const out = createWriteStream(path);
  for (let done = 0; done < records; done += 500) {
    const next = Array.from({ length: Math.min(500, records - done) }, (_, n) => madeRecord(chance, done + n + 1));
    if (!out.write(next.map(text).join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Changes with the programs that make a record. */
function maker(): string {
  const programs = ['chance', 'made-words', 'made-record', 'dialects/ris', 'dialects/nbib', 'dialects/bibtex'];
  const hash = createHash('sha256');
  for (const name of programs) hash.update(readFileSync(new URL(`./${name}.js`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}
