import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceList } from '../dist/index.js';
import { partReference } from '../dist/reference-list/parted-reference.js';
import { plainText } from '../dist/reference-list/plain-text.js';
import { row } from './rows.mjs';
import { count } from './tally.mjs';

/**
 * The sets of references whose parts people marked, and what plain rules reach on the larger of them (shares): a
 * reference list has to be taken apart better than that.
 */
const sets = ['gold', 'core'];
const goals = { title: 0.594, authors: 0.48, year: 0.983 };

/** References taken apart by people, compared with what the reader of reference lists makes of them; nothing without. */
export async function referencePartsRows(folder) {
  const rows = [];
  for (const set of sets) {
    const file = join(folder, 'bib', 'refparse', `anystyle-${set}.xml`);
    if (!existsSync(file)) continue;
    const tally = await compared(markedReferences(readFileSync(file, 'utf8')));
    for (const [part, each] of Object.entries(tally)) {
      rows.push(
        row(`references with marked parts, ${set}`, measures[part], each, set === 'gold' ? (goals[part] ?? 0) : 0),
      );
    }
  }
  return rows;
}

const measures = {
  found: 'references found as a list without numbers',
  title: 'titles exact',
  authors: 'author blocks exact',
  year: 'years exact',
  container: 'journals and books exact',
  volume: 'volumes and issues exact',
  pages: 'pages exact',
  publisher: 'publishers exact',
};

/** Each reference as its parts in their order: `[label, text]`. */
function markedReferences(xml) {
  return [...xml.matchAll(/<sequence>([\s\S]*?)<\/sequence>/g)].map(([, inside]) =>
    [...inside.matchAll(/<([a-z-]+)>([\s\S]*?)<\/\1>/g)].map(([, label, text]) => [label, decoded(text)]),
  );
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decoded = (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);

/** Each reference taken apart by itself; and all of them in one file, a line each, as they are pasted. */
async function compared(references) {
  const tally = Object.fromEntries(Object.keys(measures).map((part) => [part, { ours: 0, of: 0 }]));
  for (const parts of references) {
    for (const [part, ours, theirs] of pairs(partReference(textOf(parts)).reference, parts)) {
      if (theirs !== '') count(tally[part], ours === theirs);
    }
  }
  const lines = references.map(textOf);
  const together = await recordsOf(lines.join('\n'));
  const whole = new Set(together.map(({ raw }) => raw));
  for (const line of lines) count(tally.found, whole.has(line));
  return tally;
}

/** The reference as it was printed, without the number before it, which the list's reader takes off. */
const textOf = (parts) =>
  plainText(
    parts
      .filter(([label]) => label !== 'citation-number')
      .map(([, text]) => text)
      .join(' '),
  );

async function recordsOf(text) {
  const records = [];
  for await (const found of referenceList.read(once(new TextEncoder().encode(text)))) {
    if (found.kind === 'record') records.push(found);
  }
  return records;
}

async function* once(bytes) {
  yield bytes;
}

/** `[part, ours, theirs]`, letters and digits only; empty where nobody marked the part. */
function pairs(reference, parts) {
  const marked = (...labels) => parts.find(([label]) => labels.includes(label))?.[1] ?? '';
  const pages = /\b(?:pp?|pages?|s)\b\.?/gi;
  const numbers = /\b(?:vol(?:ume)?s?|v|nos?|n|issue|nr|number)\b\.?/gi;
  const joins = /\b(?:and|et al|et|und|y|e|eds?|editors?|others|in)\b\.?/gi;
  const { title, authors, year, journal = '', volume = '', issue = '', publisher } = reference;
  return [
    ['title', bare(title), bare(marked('title'))],
    ['authors', bare(authors.join(' '), joins), bare(marked('author'), joins)],
    ['year', String(year ?? 'none'), /(?:1[4-9]|20)\d\d/.exec(marked('date'))?.[0] ?? ''],
    ['container', bare(journal, /^in:? /i), bare(marked('journal', 'container-title'), /^in:? /i)],
    ['volume', bare(`${volume} ${issue}`, numbers), bare(marked('volume'), numbers)],
    ['pages', bare(reference.pages, pages), bare(marked('pages'), pages)],
    ['publisher', bare(publisher), bare(marked('publisher'))],
  ];
}

/** `without`: words that belong to the print and not to the part ("vol.", "pp.", "and"). */
const bare = (text = '', without) =>
  (without === undefined ? text : text.replace(without, ' '))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
