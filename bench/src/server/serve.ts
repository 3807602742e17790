import { once } from 'node:events';
import { createServer } from 'node:net';
import { teamEntrance } from '@throughline/server/accounts/index';
import { listen, teamServer } from '@throughline/server/team-server';
import { folderStore, openRegister, postgresStore } from '@throughline/storage';
import type { Place } from '../places.js';

// The first process: a team's server as `throughline serve` puts it together, on loopback.

/** Once it listens. */
export interface Listening {
  readonly origin: string;
  readonly setupKey: string;
}
/** When it has stopped. */
export interface Spent {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly peak: number;
  readonly failed: readonly string[];
}

process.once('message', (at) => {
  serve(at as Place['at']).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});

async function serve(at: Place['at']): Promise<void> {
  const store = 'database' in at ? await postgresStore(at.database) : await folderStore(at.folder);
  const register = await openRegister(at);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const failed: string[] = [];
  const onTrouble = (message: string) => failed.push(message);
  const entrance = teamEntrance({ store, register, origin, onTrouble });
  const { app, close } = await teamServer({
    ...{ store, register, entrance, heard: entrance.heard, trustProxy: '127.0.0.1' },
    onFailed: ({ path, error }) => failed.push(`${path} ${error instanceof Error ? error.stack : String(error)}`),
  });
  await listen(app, port, '127.0.0.1');
  const setupKey = (await entrance.setupKey()) ?? '';
  process.send?.({ origin, setupKey } satisfies Listening);
  await once(process, 'message');
  const cpu = process.cpuUsage();
  await close();
  await register.close();
  await store.close();
  const spent: Spent = { cpu: (cpu.user + cpu.system) / 1e6, peak: process.resourceUsage().maxRSS / 1024, failed };
  process.send?.(spent, () => process.exit(0));
}

/** Its own address stands in every link, so that it is known before it listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
