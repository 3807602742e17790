/** Reads one file with a peer, in a thread of its own. The file's text is decoded for it, and its mark taken off. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { decoded } from '../plain/decoded.mjs';

/** How each peer is asked; only the one that is asked is loaded. */
const adapters = {
  reflib: () => import('./reflib.mjs'),
  'biblatex-csl-converter': () => import('./biblatex-csl-converter.mjs'),
  'citation-js': () => import('./citation-js.mjs'),
  'bibtex-parser': () => import('./bibtex-parser.mjs'),
  'bibtex-parse': () => import('./bibtex-parse.mjs'),
};

const { folder, adapter } = workerData;
const loaded = adapters[adapter]().then(({ reader }) => reader(folder));

parentPort.on('message', async ({ path, format }) => {
  try {
    const read = await loaded;
    const records = await read(decoded(readFileSync(path)), format);
    parentPort.postMessage({ records: records.map(asText) });
  } catch (error) {
    parentPort.postMessage({ failed: String(error?.message ?? error).slice(0, 300) });
  }
});

/** Only strings travel, and are kept. */
function asText(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'string'));
}
