import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const modules = { ris: 'ris', nbib: 'medline', 'endnote-xml': 'endnoteXml' };

/** Its stream, with every reference kept. */
export async function reader(folder) {
  const { readStream } = await import(pathToFileURL(join(folder, 'lib', 'default.js')).href);
  return (text, format) =>
    new Promise((resolve, reject) => {
      const found = [];
      readStream(modules[format], Readable.from([Buffer.from(text)]))
        .on('ref', ({ title, abstract, doi }) => found.push({ title, abstract, doi }))
        .on('end', () => resolve(found))
        .on('error', reject);
    });
}
