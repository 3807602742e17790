import { type Source, standing } from '@throughline/core';
import { fill, reportWords, sourceKindWords } from '@throughline/words';
import { type Block, type Line, type Row, type Section, paragraph } from './blocks.js';
import type { Telling } from './told.js';

const words = reportWords.search;

/** Phase 2, the searches: one row a source, as PRISMA-S asks (Rethlefsen et al. 2021, items 1 and 13). */
export function searchPart(telling: Telling): Section {
  const sources = standing(telling.review.gather.sources);
  const table: Block = {
    is: 'table',
    caption: [words.caption],
    head: words.head,
    numbers: [5],
    rows: sources.map((source) => sourceRow(telling, source)),
  };
  const blocks = sources.length === 0 ? [paragraph([words.none], 'absence')] : [table, ...strategies(sources)];
  return { id: 'search', title: words.title, blocks };
}

function sourceRow({ review }: Telling, source: Source): Row {
  const imports = standing(review.gather.imports).filter((each) => each.source === source.id);
  const read = imports.reduce((sum, each) => sum + each.read, 0);
  const notes = [source.limits === undefined ? undefined : fill(words.limits, { limits: source.limits }), source.note];
  const beside = notes.flatMap((note): Line => (note === undefined ? [] : [' ', { as: 'aside', text: note }]));
  return {
    about: { on: 'gather.sources', id: source.id },
    cells: [
      [source.name, ...beside],
      [sourceKindWords[source.kind][0]],
      [source.platform ?? ''],
      [source.coverage ?? ''],
      [searched(source)],
      [imports.length === 0 ? words.notHeld : read.toLocaleString('en-GB')],
    ],
  };
}

/** "2021-08", or the days between which an alert ran. */
function searched({ searched: from, until }: Source): string {
  if (until === undefined) return from ?? '';
  return from === undefined ? until : fill(words.until, { from, until });
}

function strategies(sources: readonly Source[]): Block[] {
  const told = sources.filter(({ strategy, searchedBy }) => strategy !== undefined || searchedBy !== undefined);
  const said = ({ searchedBy, strategy }: Source): Line[] => [
    ...(searchedBy === undefined ? [] : [[fill(words.by, { by: searchedBy })]]),
    ...(strategy === undefined ? [] : [[fill(words.strategy, { strategy })]]),
  ];
  return told.length === 0
    ? []
    : [{ is: 'facts', facts: told.map((source) => ({ term: source.name, said: said(source) })) }];
}
