import type { Contributions, ContributionRow, Ref } from '@throughline/core';
import { letterOf } from '../drawing/letters.js';
import type { FigureWords } from '../words.js';

/** What the contribution table says: every text in words, nothing placed. */
export interface TableScene {
  readonly columns: readonly ColumnScene[];
  readonly groups: readonly GroupScene[];
  /** Studies that more than one column belongs to. */
  readonly brackets: readonly BracketScene[];
}

export interface ColumnScene {
  readonly report: string;
  readonly label: string;
  readonly ref: Ref;
  /** How many constructs it contributes to. */
  readonly marks: number;
}

/** A level with its constructs. */
export interface GroupScene {
  readonly name: string;
  /** Undefined for constructs that stand on no level. */
  readonly ref: Ref | undefined;
  readonly rows: readonly RowScene[];
}

export interface RowScene {
  readonly name: string;
  readonly ref: Ref;
  /** For each column, whether the report contributes; the words of each mark. */
  readonly cells: readonly (string | undefined)[];
  readonly reports: number;
  readonly studies: number;
}

export interface BracketScene {
  readonly letter: string;
  readonly ref: Ref;
  /** The first and the last column. */
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

export function tableScene({ levels, columns }: Contributions, words: FigureWords): TableScene {
  const rows = levels.flatMap((each) => each.rows);
  return {
    columns: columns.map(({ report }) => ({
      report: report.id,
      label: labelOf(report),
      ref: { on: 'read.reports', id: report.id },
      marks: rows.filter((row) => row.reports.includes(report.id)).length,
    })),
    groups: levels.map(({ level, rows: own }) => ({
      name: level?.name ?? words.contributions.noLevel,
      ref: level && { on: 'synthesise.levels', id: level.id },
      rows: own.map((row) => rowScene(row, columns, words)),
    })),
    brackets: bracketsOf(columns, words),
  };
}

type Columns = Contributions['columns'];

/** Two reports may carry the same name and year: the number that a list printed tells them apart. */
const labelOf = ({ label, number }: Columns[number]['report']): string =>
  number === undefined ? label : `${label} [${number}]`;

function rowScene({ construct, reports, studies }: ContributionRow, columns: Columns, words: FigureWords): RowScene {
  return {
    name: construct.name,
    ref: { on: 'synthesise.constructs', id: construct.id },
    cells: columns.map(({ report }) =>
      reports.includes(report.id) ? words.contributions.mark(labelOf(report), construct.name) : undefined,
    ),
    reports: reports.length,
    studies: studies.length,
  };
}

/** Core keeps the reports of one study together, so that a study is one run of columns. */
function bracketsOf(columns: Columns, words: FigureWords): BracketScene[] {
  const brackets: BracketScene[] = [];
  columns.forEach(({ study }, from) => {
    const count = columns.filter((each) => each.study.id === study.id).length;
    if (count < 2 || columns[from - 1]?.study.id === study.id) return;
    const says = words.contributions.oneStudy(study.name, count, study.grouped?.inferred ?? false);
    const ref: Ref = { on: 'read.studies', id: study.id };
    brackets.push({ letter: letterOf(brackets.length), ref, from, to: from + count - 1, says });
  });
  return brackets;
}
