import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formats } from '@throughline/formats';
import { readBareEntries, readBareTags } from './bare.js';
import type { MadeFormat } from './made-file.js';

/** Reads a file to its end, lets every record go, and says how many there were. */
export type ReadToEnd = (path: string) => Promise<number>;

/** Ours: every field mapped, the tags beside them, records handed on as they come. */
export async function readOurs(name: MadeFormat, path: string): Promise<number> {
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`there is no reader of ${name}`);
  let records = 0;
  for await (const { kind } of format.read(createReadStream(path))) if (kind === 'record') records += 1;
  return records;
}

/** The fastest peer of each format, as it is meant to be used on large files. */
export const fastestPeers = {
  ris: '@iebh/reflib@2.3.6',
  nbib: '@iebh/reflib@2.3.6',
  bibtex: 'bibtex-parse@2.1.0',
} as const satisfies Readonly<Record<MadeFormat, string>>;

/** `folder`: where the peer is installed. */
export async function readWithPeer(name: MadeFormat, path: string, folder: string): Promise<number> {
  return name === 'bibtex' ? readWithBibtexParse(path, folder) : readWithReflib(name, path, folder);
}

interface Emitter {
  on(event: 'ref' | 'end' | 'error', listener: (what: unknown) => void): Emitter;
}
interface Reflib {
  readStream(format: string, stream: NodeJS.ReadableStream): Emitter;
}

async function readWithReflib(name: 'ris' | 'nbib', path: string, folder: string): Promise<number> {
  const entry = pathToFileURL(join(folder, 'lib', 'default.js')).href;
  const { readStream } = (await import(entry)) as Reflib;
  return new Promise((resolve, reject) => {
    let records = 0;
    readStream(name === 'ris' ? 'ris' : 'medline', createReadStream(path))
      .on('ref', () => {
        records += 1;
      })
      .on('end', () => resolve(records))
      .on('error', reject);
  });
}

/** It takes the whole text. */
async function readWithBibtexParse(path: string, folder: string): Promise<number> {
  const parser = createRequire(join(folder, 'package.json'))('bibtex-parse') as { entries(text: string): unknown[] };
  return parser.entries(await readFile(path, 'utf8')).length;
}

/** What nobody can go below. */
export const bareReaders: Readonly<Record<MadeFormat, ReadToEnd>> = {
  ris: (path) => readBareTags(path, /^([A-Z][A-Z0-9]) {2}- ?(.*?)\r?$/, 'ER'),
  nbib: (path) => readBareTags(path, /^([A-Z]{2,4}) *- ?(.*?)\r?$/, 'SO'),
  bibtex: readBareEntries,
};
