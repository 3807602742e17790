import {
  type CountedStudy,
  type Report,
  type RoutedWork,
  contributions,
  fullFlow,
  routedWorks,
  standing,
  studiesOf,
} from '@throughline/core';
import { fill, reportWords, sourceKindWords } from '@throughline/words';
import { type Block, type Line, type Row, type Section, aside, between, link, paragraph } from './blocks.js';
import { type Telling, calledHere, linkTo, reasonOf, reportsLinked, toConstruct, toRecord } from './told.js';

const words = reportWords.included;

/** Phase 3, what was read: every included report with the study it describes, and the record it stands for. */
export function includedPart(telling: Telling): Section {
  const { review } = telling;
  const columns = contributions(review).columns;
  const works = routedWorks(review);
  const table: Block = {
    is: 'table',
    caption: [words.caption],
    head: words.head,
    rows: columns.map(({ report, study }) => reportRow(telling, report, study, works)),
  };
  const blocks =
    columns.length === 0
      ? [paragraph([words.none], 'absence')]
      : [table, ...groupings(telling), ...statedStudies(telling)];
  return { id: 'included', title: words.title, blocks: [...blocks, ...characteristics(telling)] };
}

function reportRow({ review }: Telling, report: Report, study: CountedStudy, works: readonly RoutedWork[]): Row {
  const rows = contributions(review).levels.flatMap((level) =>
    level.rows.filter(({ reports }) => reports.includes(report.id)),
  );
  const star = study.grouped?.inferred === true ? '*' : '';
  return {
    about: { on: 'read.reports', id: report.id },
    cells: [
      [calledHere(review, { on: 'read.reports', id: report.id })],
      study.grouped === undefined
        ? [aside(words.alone)]
        : [link(study.name, { on: 'read.studies', id: study.id }), star],
      [report.title],
      between(
        rows.map(({ construct }) => [linkTo(review, toConstruct(construct.id))]),
        '; ',
      ),
      origin(review, report, works),
    ],
  };
}

/** "record 16, by database, our inference". */
function origin(review: Telling['review'], report: Report, works: readonly RoutedWork[]): Line {
  const row = review.gather.records.get(report.record);
  const work = works.find(({ records }) => records.some(({ id }) => id === report.record));
  const record = fill(words.record, { number: String(row?.number ?? report.number ?? '') });
  const way = work && fill(work.inferred ? words.byInferred : words.byRoute, { kind: sourceKindWords[work.by][0] });
  return [link(record, toRecord(report.record)), ...(way === undefined ? [] : [', ', way])];
}

/** The studies of several reports, each with what its grouping rests on. */
function groupings(telling: Telling): Block[] {
  const named = standing(telling.review.read.studies);
  if (named.length === 0) return [];
  const facts = named.map((study) => ({
    term: `${study.name}${study.inferred ? '*' : ''}`,
    about: { on: 'read.studies', id: study.id } as const,
    said: [
      reportsLinked(telling.review, study.reports),
      ...(study.inferred ? [[words.inferred]] : []),
      ...[reasonOf(telling, study)].flatMap((reason) => (reason === undefined ? [] : [[reason]])),
    ],
  }));
  return [{ is: 'facts', facts }];
}

function statedStudies({ review }: Telling): Block[] {
  const { studiesStated } = fullFlow(review);
  const held = studiesOf(review).length;
  if (studiesStated === undefined || studiesStated.value === held) return [];
  return [paragraph([fill(words.stated, { source: studiesStated.source, stated: studiesStated.value, held })], 'note')];
}

function characteristics({ review }: Telling): Block[] {
  const all = standing(review.read.characteristics);
  if (all.length === 0) return [];
  const names = [...new Set(all.map(({ name }) => name))];
  const ids = [...new Set(all.map(({ report }) => report))];
  const said = (id: string, name: string) =>
    all.filter((each) => each.report === id && each.name === name).map(({ value }) => value);
  const rows = ids.map(
    (id): Row => ({ cells: [reportsLinked(review, [id]), ...names.map((name): Line => [said(id, name).join('; ')])] }),
  );
  return [{ is: 'table', caption: [words.characteristics], head: [words.head[0], ...names], rows }];
}
