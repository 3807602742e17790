import type { ColumnField } from '../contract.js';
import { answerIn, isNoAnswer } from '../decided/answer-words.js';
import { areDois, areLinks, areLongTexts, areNames, areTitles, areYears } from './cell-values.js';
import { type Dialect, fieldInDialect } from './dialects.js';
import { fieldOfName } from './field-names.js';
import { plainName } from './plain-name.js';
import { fieldOfTag, tagNamesIn } from './tag-names.js';

/** A column and what it is taken for. */
export interface Column {
  readonly index: number;
  readonly name: string;
  readonly field?: ColumnField;
  /** Of two columns for one field the lower comes first. */
  readonly rank: number;
}

/** What the columns are for: by the dialect, then by their names, then by what stands in them. No guess beats a wrong one. */
export function guessedColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  dialect: Dialect | undefined,
): Column[] {
  const tags = tagNamesIn(header);
  const named = header.map((name, index): Column => {
    const said = fieldInDialect(dialect, name);
    if (said === null) return { index, name, rank: 0 };
    const known = tags === undefined ? fieldOfName(name) : (fieldOfTag(name, tags) ?? fieldOfLongName(name));
    if (said !== undefined) return { index, name, field: said, rank: -1 };
    return { index, name, ...(known === undefined ? {} : { field: known.field }), rank: known?.rank ?? 0 };
  });
  const settled = withNumber(withSource(withTags(named, dialect)), dialect);
  const answered = settled.map((column) => withAnswer(column, filled(sample, column.index), dialect));
  return withContents(answered, sample, dialect);
}

/** In a table of two-letter tags, a name of another kind ("year") means what it says. */
function fieldOfLongName(name: string): ReturnType<typeof fieldOfName> {
  return name.trim().length > 2 ? fieldOfName(name) : undefined;
}

export function filled(sample: readonly (readonly string[])[], index: number): string[] {
  return sample.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
}

/** "Source" is the journal where no other column is, and the database where one is. */
function withSource(columns: readonly Column[]): Column[] {
  const other = columns.some(({ field, name }) => field === 'journal' && plainName(name) !== 'source');
  if (!other) return [...columns];
  return columns.map((column) =>
    plainName(column.name) === 'source' && column.rank >= 0 ? { ...column, field: 'database', rank: 99 } : column,
  );
}

/** "Number" is the issue beside a volume, and the number of the row elsewhere. */
function withNumber(columns: readonly Column[], dialect: Dialect | undefined): Column[] {
  if (fieldInDialect(dialect, 'Number') === null) return [...columns];
  const volume = columns.some(({ field }) => field === 'volume');
  const issue = columns.some(({ field }) => field === 'issue');
  return columns.map((column) => {
    if (plainName(column.name) !== 'number' || column.field !== undefined) return column;
    return { ...column, field: volume && !issue ? 'issue' : 'number' };
  });
}

/** Programs that screen have labels where others have the keywords of the library. */
function withTags(columns: readonly Column[], dialect: Dialect | undefined): Column[] {
  if (dialect?.vendor !== 'rayyan' && dialect?.vendor !== 'asreview') return [...columns];
  return columns.map((column) => (plainName(column.name) === 'tags' ? { ...column, field: 'labels' } : column));
}

const answerNames =
  /decision|screen|inclu|decid|vote|label|answer|relevan|reviewer|rater|^r\d$|^final|consensus|entscheid|einschlu|verdict|^ft\d*$|^tiab\d*$|fulltext|titleabstract|selected|elegib|eligib/;
/** A question is a criterion, not a decision: "SCREEN: adults?". */
const isQuestion = (name: string): boolean => /\?\s*$/.test(name);
const otherNames = /agree|acuerdo|conflict|date|time|reason|criteri|motivo|grund|note|comment|criterio|email|order/;

/** A column of answers is one whose name can mean answers, and whose cells are. */
function withAnswer(column: Column, cells: readonly string[], dialect: Dialect | undefined): Column {
  const name = plainName(column.name);
  if (dialect?.vendor === 'throughline') return column;
  if (column.field !== undefined && column.field !== 'decidedBy' && column.field !== 'answer') return column;
  if (!answerNames.test(name) || otherNames.test(name) || isQuestion(column.name)) return column;
  if (cells.length === 0) return column;
  const answers = cells.filter((cell) => answerIn(cell) !== undefined || isNoAnswer(cell)).length;
  if (answers < cells.length * 0.8) return column.field === 'answer' ? unnamed(column) : column;
  return { ...column, field: 'answer', rank: 0 };
}

const unnamed = ({ index, name }: Column): Column => ({ index, name, rank: 0 });

const byContents: readonly (readonly [ColumnField, (cells: readonly string[]) => boolean])[] = [
  ['doi', areDois],
  ['year', areYears],
  ['url', areLinks],
  ['abstract', areLongTexts],
  ['authors', areNames],
  ['title', areTitles],
];

/** For fields that no name gave: the only column whose cells look like it. Where two do, neither is taken. */
function withContents(
  columns: readonly Column[],
  sample: readonly (readonly string[])[],
  dialect: Dialect | undefined,
): Column[] {
  let guessed = [...columns];
  if (dialect !== undefined) return guessed;
  for (const [field, is] of byContents) {
    if (guessed.some((column) => column.field === field)) continue;
    const fits = guessed.filter((column) => column.field === undefined && is(filled(sample, column.index)));
    const only = fits.length === 1 ? fits[0] : undefined;
    if (only !== undefined) guessed = guessed.map((column) => (column === only ? { ...column, field } : column));
  }
  return guessed;
}
