import type { MadeFormat } from './made-file.js';
import { bareReaders, readOurs, readWithPeer } from './readers.js';

// One reading of one file in a process of its own. Arguments: who reads, the format, the file, and a peer's folder.

export type Who = 'ours' | 'peer' | 'bare';
/** What it took. */
export interface Reading {
  readonly records: number;
  /** Seconds of CPU time, from the first byte to the last record. */
  readonly cpu: number;
  /** Megabytes. */
  readonly peak: number;
}

const [who, format, path = '', folder = ''] = process.argv.slice(2) as [Who, MadeFormat, string?, string?];
const before = process.cpuUsage();
const records = await read();
const { user, system } = process.cpuUsage(before);
const peak = process.resourceUsage().maxRSS / 1024;
process.send?.({ records, cpu: (user + system) / 1e6, peak } satisfies Reading);

function read(): Promise<number> {
  if (who === 'ours') return readOurs(format, path);
  return who === 'peer' ? readWithPeer(format, path, folder) : bareReaders[format](path);
}
