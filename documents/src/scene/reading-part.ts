import { type Passage, type SecondOrder, reached, evidenceFor, standing } from '@throughline/core';
import { fill, nameOf, reportWords } from '@throughline/words';
import { type Block, type Line, type Row, type Run, type Section, between, link, paragraph } from './blocks.js';
import { type Telling, linkTo, pageSaid, toReport } from './told.js';

const words = reportWords.reading;

/** Phase 3, reading: the words that were marked, and what the authors made of them. */
export function readingPart(telling: Telling): Section {
  const passages = standing(telling.review.read.passages);
  const secondOrders = standing(telling.review.read.secondOrders);
  const tables: Block[] = [
    ...(passages.length === 0
      ? []
      : [
          tableOf(
            words.passagesCaption,
            words.passagesHead,
            passages.map((passage) => passageRow(telling, passage)),
          ),
        ]),
    ...(secondOrders.length === 0
      ? []
      : [
          tableOf(
            words.secondOrdersCaption,
            words.secondOrdersHead,
            secondOrders.map((each) => secondOrderRow(telling, each)),
          ),
        ]),
  ];
  return {
    id: 'reading',
    title: words.title,
    blocks: tables.length === 0 ? [paragraph([words.none], 'absence')] : tables,
  };
}

const tableOf = (caption: string, head: readonly string[], rows: readonly Row[]): Block => ({
  is: 'table',
  caption: [caption],
  head,
  rows,
});

function passageRow({ review }: Telling, passage: Passage): Row {
  const reports = reached(evidenceFor(review, { on: 'read.passages', id: passage.id }), 'read.reports');
  const place: Line = between(
    reports.map((id) => [linkTo(review, toReport(id))]),
    ', ',
  );
  const speaker = passage.speaker === undefined ? [] : [fill(words.speaker, { speaker: passage.speaker })];
  return {
    about: { on: 'read.passages', id: passage.id },
    cells: [
      passage.page === undefined ? place : [...place, `, ${pageSaid(passage.page)}`],
      [words.orders[passage.order]],
      [...speaker, quoted(passage)],
    ],
  };
}

/** Words of a document, dressed by whose they are (L9). */
export const quoted = ({ order, quote }: Pick<Passage, 'order' | 'quote'>): Run => ({
  as: order === 'first' ? 'participants-words' : order === 'second' ? 'authors-words' : 'words',
  text: quote,
});

function secondOrderRow({ review }: Telling, construct: SecondOrder): Row {
  const passages = construct.passages.map((id) => ({ on: 'read.passages', id }) as const);
  return {
    about: { on: 'read.secondOrders', id: construct.id },
    cells: [
      [construct.name],
      [linkTo(review, toReport(construct.report))],
      construct.definition === undefined ? [] : [{ as: 'authors-words', text: construct.definition }],
      between(
        passages.map((ref) => [link(shortened(nameOf(review, ref)), ref)]),
        '; ',
      ),
    ],
  };
}

/** The first words of a quotation that stands in full elsewhere. */
export function shortened(text: string, most = 60): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
}
