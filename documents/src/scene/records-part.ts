import {
  type RecordId,
  type RecordRow,
  type Report,
  type ReportId,
  type Review,
  evidenceFor,
  originOf,
  reached,
  standing,
} from '@throughline/core';
import { fill, reportWords } from '@throughline/words';
import { type Block, type Line, type Run, type Section, aside, paragraph } from './blocks.js';
import { type Telling, linkTo, toReport } from './told.js';

const words = reportWords.records;

/** The included reports as a reference list prints them. */
export function referencesPart({ review }: Telling): Section {
  const reports = standing(review.read.reports);
  const blocks: Block[] = [
    {
      is: 'list',
      items: reports.map((report) => ({ line: reference(report), about: toReport(report.id), elsewhere: true })),
    },
  ];
  return { id: 'references', title: reportWords.references.title, blocks };
}

/** "Skivington K, Smith M. Title. Br J Gen Pract. 2018;68(672):e487–94." in the manner of Vancouver. */
function reference(report: Report): Line {
  const names = [...report.authors, ...(report.etAl ? [reportWords.references.etAl] : [])].join(', ');
  const issue = report.issue === undefined ? '' : `(${report.issue})`;
  const where = report.volume === undefined && issue === '' ? '' : `;${report.volume ?? ''}${issue}`;
  const pages = report.pages === undefined ? '' : `:${report.pages}`;
  const printed = `${report.year ?? ''}${where}${pages}`;
  const parts = [names, report.title, report.journal, printed].filter((part) => part !== undefined && part !== '');
  const said = parts.map((part) => (/[.?!]$/.test(String(part)) ? part : `${part}.`)).join(' ');
  return [said, ...(report.doi === undefined ? [] : [' ', doiLink(report.doi)])];
}

const doiLink = (doi: string): Run => ({
  as: 'address',
  text: `doi:${doi}`,
  href: `https://doi.org/${encodeURI(doi)}`,
});

/** Every record behind a report, by record. */
function reportsByRecord(review: Review): Map<string, ReportId> {
  const found = new Map<string, ReportId>();
  for (const { id } of standing(review.read.reports)) {
    for (const record of reached(evidenceFor(review, toReport(id)), 'gather.records')) found.set(record, id);
  }
  return found;
}

/** The records whose texts a report of this review prints: behind its reports, or cited as background. */
export function recordsBehindReport(review: Review): RecordId[] {
  const cited = standing(review.synthesise.claims).flatMap(({ support }) => support);
  const background = cited.flatMap((each) => (each.by === 'background' ? [each.record as string] : []));
  const wanted = new Set([...reportsByRecord(review).keys(), ...background]);
  const rows = [...review.gather.records].filter(({ id }) => wanted.has(id)).toSorted((a, b) => a.number - b.number);
  return rows.map(({ id }) => id);
}

/** Those records, each with the lines of the file it came from. */
export function recordsPart(telling: Telling): Section {
  const { review } = telling;
  const reports = reportsByRecord(review);
  const rows = recordsBehindReport(review).flatMap((id) => review.gather.records.get(id) ?? []);
  const sections = rows.map((row) => recordSection(telling, row, reports.get(row.id)));
  return {
    id: 'records',
    title: words.title,
    blocks: sections.length === 0 ? [paragraph([words.none], 'absence')] : [],
    sections,
  };
}

function recordSection({ review, textsOf }: Telling, row: RecordRow, report: ReportId | undefined): Section {
  const text = textsOf?.get(row.id);
  return {
    id: `records-${row.id}`,
    about: { on: 'gather.records', id: row.id },
    title: row.label,
    blocks: [
      paragraph(whereSaid({ review }, row)),
      paragraph(
        report === undefined ? [aside(words.isBackground)] : [words.isReport, linkTo(review, toReport(report)), '.'],
      ),
      ...(text === undefined ? [] : [{ is: 'source-lines' as const, from: row.lines[0], text: text.raw }]),
    ],
  };
}

/** "Record 16 of references.txt, line 16, from the reference list of the paper." */
function whereSaid({ review }: Pick<Telling, 'review'>, row: RecordRow): Line {
  const origin = originOf(review, row);
  const [from, to] = row.lines;
  const lines =
    from === to
      ? fill(words.oneLine, { from: String(from) })
      : fill(words.lines, { from: String(from), to: String(to) });
  const file = origin?.imported.file.name ?? '';
  const [before = '', after = ''] = fill(words.where, { number: String(row.number), file, lines, source: '\n' }).split(
    '\n',
  );
  return [
    before,
    ...(origin === undefined ? [] : [linkTo(review, { on: 'gather.sources', id: origin.source.id })]),
    after,
  ];
}
