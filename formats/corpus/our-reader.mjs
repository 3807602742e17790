/** Reads one file with the format that its bytes show, and writes what it read, in a thread of its own. */
import { createReadStream, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { formats, headLength, recogniseFormat, summarise } from '../dist/index.js';
import { writtenAgain } from './written-again.mjs';

parentPort.on('message', async (file) => {
  try {
    parentPort.postMessage(await reading(file));
  } catch (error) {
    parentPort.postMessage({ failed: error.stack ?? String(error) });
  }
});

async function reading({ path, format: name }) {
  const head = readFileSync(path).subarray(0, headLength);
  const recognised = recogniseFormat(head, 'file');
  const format = formats.find((each) => each.name === name) ?? (recognised.read ? recognised : undefined);
  const seen = { recognised: recognised.name ?? recognised.code };
  if (format === undefined) return { ...seen, failed: `refused whole: ${recognised.code}` };
  const records = [];
  const began = process.cpuUsage();
  const report = await summarise(format.read(createReadStream(path)), (record) => void records.push(record));
  const { user, system } = process.cpuUsage(began);
  const written = format.write === undefined ? undefined : await writtenAgain(format, records);
  return {
    ...seen,
    milliseconds: (user + system) / 1000,
    refused: report.refused,
    vendors: report.vendors,
    notUnderstood: report.notUnderstood.map(({ tag, records: times }) => ({ tag, times })),
    written,
    records: records.map(({ reference: { tags, ...fields }, lines: { from } }) => ({ ...fields, from })),
  };
}
