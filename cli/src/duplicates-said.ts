import { type Review, originOf } from '@throughline/core';
import type { FoundGroup, FoundQuestion } from '@throughline/server';
import { commandWords, counted, fill, sayWhy } from '@throughline/words';

const words = commandWords.duplicates;
type Why = FoundGroup['why'];

/** What was found, as `--json` has it. */
export interface Found {
  readonly records: number;
  /** Groups that stand, and the records that they take out of the flow. */
  readonly groups: number;
  readonly leftOut: number;
  /** Records more that would leave the flow with the groups that are sure. */
  readonly sureLeave: number;
  readonly sure: readonly {
    readonly records: readonly Named[];
    readonly takes: readonly string[];
    readonly why: Why;
  }[];
  readonly questions: readonly { readonly a: Named; readonly b: Named; readonly why: Why }[];
}

/** A record as a person finds it again. */
interface Named {
  readonly id: string;
  readonly source: string;
  readonly number: number;
  readonly label: string;
}

type Counted = Pick<Found, 'records' | 'groups' | 'leftOut' | 'sureLeave'>;

export function foundIn(
  review: Review,
  { records, groups, leftOut, sureLeave }: Counted,
  sure: readonly FoundGroup[],
  questions: readonly FoundQuestion[],
): Found {
  const named = (id: string) => namedIn(review, id);
  return {
    ...{ records, groups, leftOut, sureLeave },
    sure: sure.map((group) => ({ records: group.records.map(named), takes: group.takes, why: group.why })),
    questions: questions.map(({ a, b, why }) => ({ a: named(a), b: named(b), why })),
  };
}

function namedIn(review: Review, id: string): Named {
  const row = review.gather.records.get(id);
  if (row === undefined) return { id, source: '', number: 0, label: id };
  return { id, source: originOf(review, row)?.source.name ?? '', number: row.number, label: row.label };
}

/** So many of each are printed one by one; the JSON has them all. */
const mostPrinted = 20;

/** For a person; `end` says what was done, or can be. */
export function duplicatesText(found: Found, end: string): string {
  const { records, groups, leftOut, sureLeave, sure, questions } = found;
  return [
    fill(groups === 0 ? words.none : words.held, { records, groups, left: counted(leftOut, 'record') }),
    ...(sure.length === 0
      ? []
      : [fill(words.sure, { groups: counted(sure.length, 'group'), records: counted(sureLeave, 'record') })]),
    ...shortened(sure.map((group) => fill(words.group, { records: together(group.records), why: sayWhy(group.why) }))),
    ...(questions.length === 0 ? [] : [fill(words.questions, { questions: counted(questions.length, 'question') })]),
    ...shortened(
      questions.map(({ a, b, why }) => fill(words.question, { a: called(a), b: called(b), why: sayWhy(why) })),
    ),
    end,
  ].join('\n');
}

const together = (records: readonly Named[]): string => records.map(called).join(words.and);

const called = ({ label, source, number }: Named): string =>
  fill(words.record, { label, source, number: String(number) });

const shortened = (lines: readonly string[]): string[] => [
  ...lines.slice(0, mostPrinted),
  ...(lines.length > mostPrinted ? [`  ${fill(words.more, { count: lines.length - mostPrinted })}`] : []),
];
