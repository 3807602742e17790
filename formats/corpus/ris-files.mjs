import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseFormat, ris, writeRis } from '../dist/index.js';
import { rawRecords } from './raw-records.mjs';
import { foundIn, row } from './read-file.mjs';

/** Every RIS file of the corpus: counts, fields kept, tags written back, recognition, and speed. */
export async function risRows(folder) {
  const fixtures = join(folder, 'bib', 'fixtures');
  const [main, quirks] = [indexed(fixtures), handMade(fixtures)];
  const state = { failures: [], kept: { title: 0, abstract: 0, doi: 0 }, asked: { title: 0, abstract: 0, doi: 0 } };
  Object.assign(state, { records: 0, tags: 0, tagsBack: 0, recognised: 0, bytes: 0, cpu: 0 });
  const right = { main: 0, quirks: 0 };
  for (const [name, files] of Object.entries({ main, quirks })) {
    for (const { file, expected } of files)
      right[name] += (await checkFile(join(fixtures, file), file, expected, state)) ? 1 : 0;
  }
  const all = main.length + quirks.length;
  const speed = Math.round(state.records / (state.cpu / 1e6));
  return {
    failures: state.failures,
    rows: [
      row('RIS files', 'files with the right count', right.main, main.length, 1),
      row('RIS quirk files', 'files with the right count', right.quirks, quirks.length, 1),
      row('RIS', 'titles kept', state.kept.title, state.asked.title, 0.999),
      row('RIS', 'abstracts kept', state.kept.abstract, state.asked.abstract, 0.995),
      row('RIS', 'DOIs kept', state.kept.doi, state.asked.doi, 0.999),
      row('RIS', 'tags written and read again the same', state.tagsBack, state.tags, 1),
      row('RIS', 'files recognised', state.recognised, all, 0.99),
      { ...row('RIS', 'records a CPU second', speed, speed, 0), unit: 'records/CPU s', of: state.records },
    ],
  };
}

async function checkFile(path, file, expected, state) {
  const head = readFileSync(path).subarray(0, 65_536);
  if (recogniseFormat(head, 'file').name === 'ris') state.recognised += 1;
  else state.failures.push(`${file}: not recognised`);
  const before = process.cpuUsage();
  const records = (await foundIn(ris, path)).filter((each) => each.kind === 'record');
  const used = process.cpuUsage(before);
  state.cpu += used.user + used.system;
  state.bytes += statSync(path).size;
  state.records += records.length;
  compareFields(path, file, records, state);
  await compareTags(file, records, state);
  if (records.length !== expected) state.failures.push(`${file}: ${records.length} records, expected ${expected}`);
  return records.length === expected;
}

function compareFields(path, file, records, state) {
  const raw = rawRecords(decoded(readFileSync(path)));
  if (raw.length !== records.length) return;
  for (const [index, wanted] of raw.entries()) {
    for (const field of ['title', 'abstract', 'doi']) {
      if (!letters(wanted[field])) continue;
      state.asked[field] += 1;
      if (keeps(field, letters(records[index].reference[field]), letters(wanted[field]))) state.kept[field] += 1;
      else if (state.failures.length < 60)
        state.failures.push(`${file}: ${field} of record ${index + 1} (line ${records[index].lines.from})`);
    }
  }
}

function keeps(field, ours, wanted) {
  if (field !== 'abstract') return ours === wanted;
  return ours.includes(wanted.slice(0, 100)) && ours.includes(wanted.slice(-100));
}

async function compareTags(file, records, state) {
  let written = '';
  for await (const piece of writeRis(inTurn(records))) written += piece;
  const again = [];
  for await (const each of ris.read(inOnePiece(written))) if (each.kind === 'record') again.push(each);
  for (const [index, { reference }] of records.entries()) {
    const back = again[index]?.reference.tags ?? [];
    const added = back.length - reference.tags.length;
    const same = reference.tags.filter((each, at) => {
      const other = back[at + added];
      return other?.tag === each.tag && other.value === each.value;
    }).length;
    state.tags += reference.tags.length;
    state.tagsBack += same;
    if (same !== reference.tags.length)
      state.failures.push(`${file}: tags of record ${index + 1} are not the same again`);
  }
}

async function* inTurn(all) {
  yield* all;
}

async function* inOnePiece(text) {
  yield new TextEncoder().encode(text);
}

function letters(text) {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function indexed(fixtures) {
  const [, ...lines] = readFileSync(join(fixtures, 'index.csv'), 'utf8').trim().split('\n');
  return lines
    .map((line) => line.match(/("[^"]*"|[^,]*)(?:,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')))
    .filter((cells) => cells[1] === 'ris')
    .map((cells) => ({ file: cells[0], expected: Number(cells[8]) }));
}

function handMade(fixtures) {
  return JSON.parse(readFileSync(join(fixtures, 'quirks', 'index.json'), 'utf8'))
    .filter(({ format }) => format === 'ris')
    .map(({ file, expected }) => ({ file, expected }));
}
