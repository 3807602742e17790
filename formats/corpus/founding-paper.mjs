import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceList } from '../dist/index.js';
import { foundIn } from './read-file.mjs';
import { row } from './rows.mjs';

/** The founding paper's reference list, and the publications it included, field by field; nothing where it is absent. */
export async function foundingPaperRows(folder) {
  const seed = join(folder, 'seed-review.json');
  const paper = join(folder, '..', 'paper');
  const file = existsSync(paper) ? readdirSync(paper).find((name) => name.endsWith('.txt')) : undefined;
  if (file === undefined || !existsSync(seed)) return { failures: [], rows: [] };
  const review = JSON.parse(readFileSync(seed, 'utf8'));
  const found = await foundIn(referenceList, join(paper, file));
  const records = found.filter((each) => each.kind === 'record');
  const lines = readFileSync(join(paper, file), 'utf8').split('\n');
  const inPlace = records.filter(
    ({ number, lines: { from } }, index) => number === index + 1 && lines[from - 1].trim().startsWith(`${number}. `),
  );
  const compared = review.publications.map((publication) => compare(publication, records));
  return {
    failures: compared
      .filter((each) => each.wrong.length > 0)
      .map(({ ref, wrong }) => `reference ${ref}: ${wrong.join('; ')}`),
    rows: [
      row('founding paper', 'references', { ours: records.length, of: 73 }, 1),
      row('founding paper', 'references with their number and lines', { ours: inPlace.length, of: records.length }, 1),
      row(
        'founding paper',
        'included publications exact',
        { ours: compared.filter((each) => each.wrong.length === 0).length, of: compared.length },
        0.95,
      ),
      row(
        'founding paper',
        'references taken apart',
        {
          ours: records.length - found.filter(({ reason }) => reason === 'reference.unparted').length,
          of: records.length,
        },
        0.9,
      ),
    ],
  };
}

function compare(publication, records) {
  const { reference } = records.find(({ number }) => number === publication.ref) ?? { reference: {} };
  const wanted = { ...publication, etAl: publication.et_al };
  const ours = { ...reference, etAl: reference.etAl ?? false };
  const wrong = ['title', 'authors', 'etAl', 'year', 'journal', 'volume', 'issue', 'pages']
    .filter((field) => JSON.stringify(ours[field] ?? null) !== JSON.stringify(wanted[field] ?? null))
    .map((field) => `${field} ${JSON.stringify(ours[field] ?? null)} for ${JSON.stringify(wanted[field] ?? null)}`);
  return { ref: publication.ref, wrong };
}
