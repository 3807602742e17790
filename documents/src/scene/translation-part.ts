import { type Cell, type Concept, standing } from '@throughline/core';
import { fill, listed, nameOf, reportWords } from '@throughline/words';
import { type Block, type Line, type Row, type Section, aside, between, paragraph } from './blocks.js';
import { type Telling, linkTo, toReport } from './told.js';

const words = reportWords.translation;

/** Phases 4 and 5: how the studies relate, and how each reads in terms of the others. */
export function translationPart(telling: Telling): Section {
  const concepts = standing(telling.review.translate.concepts).toSorted((a, b) => a.order - b.order);
  const table: Block = {
    is: 'table',
    caption: [words.caption],
    head: words.head,
    rows: concepts.flatMap((concept) => conceptRows(telling, concept)),
  };
  const blocks = concepts.length === 0 ? [paragraph([words.none], 'absence')] : [table];
  return { id: 'translation', title: words.title, blocks: [...related(telling), ...blocks, ...sequences(telling)] };
}

/** A row for the concept itself, its place in the document, then one for each report's translation. */
function conceptRows(telling: Telling, concept: Concept): Row[] {
  const answer = concept.contradicted?.answer ?? words.notAsked;
  const note = concept.contradicted?.note;
  const own: Row = {
    about: { on: 'translate.concepts', id: concept.id },
    cells: [
      [concept.name],
      [],
      [],
      [fill(words.contradicted, { answer }), ...(note === undefined ? [] : [`; ${note}`])],
      [],
    ],
  };
  const cells = standing(telling.review.translate.cells).filter((cell) => cell.concept === concept.id);
  return [own, ...cells.map((cell) => cellRow(telling, cell))];
}

function cellRow({ review }: Telling, cell: Cell): Row {
  const said = [
    cell.reading,
    cell.reason,
    cell.disagreesAbout && fill(words.disagrees, { about: cell.disagreesAbout }),
    cell.dissent && fill(words.dissent, { dissent: cell.dissent }),
  ].filter((each) => each !== undefined && each !== '');
  return {
    about: { on: 'translate.cells', id: cell.id },
    cells: [
      [aside(nameOf(review, { on: 'translate.concepts', id: cell.concept }))],
      [linkTo(review, toReport(cell.report))],
      [cell.sort],
      [said.join(' ')],
      between(
        cell.rests.map((id): Line => [linkTo(review, { on: 'read.secondOrders', id })]),
        '; ',
      ),
    ],
  };
}

function related({ review }: Telling): Block[] {
  return standing(review.relate.outcomes).map(({ text, syntheses }) =>
    paragraph([fill(words.relates, { text, syntheses: listed(syntheses) })]),
  );
}

function sequences({ review }: Telling): Block[] {
  return standing(review.translate.sequences).map(({ sort, reports }) => {
    const [before = '', after = ''] = fill(words.sequence, { sort, reports: '\n' }).split('\n');
    return paragraph(
      [
        before,
        ...between(
          reports.map((id): Line => [linkTo(review, toReport(id))]),
          ', ',
        ),
        after,
      ],
      'note',
    );
  });
}
