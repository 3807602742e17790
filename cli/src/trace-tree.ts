import { commandWords, counted, fill, gradeWords, reportWords, thingWord } from '@throughline/words';
import type { SourceLines, Traced, TracedStep, TracedThing } from './traced.js';

const words = commandWords.trace;

/** A trace as an indented tree. What was shown above with everything behind it is only named the second time. */
export function treeOf(traced: Traced): string {
  const counts = fill(words.counts, {
    reports: counted(traced.reports.length, 'report'),
    studies: counted(traced.studies.length, 'study', 'studies'),
    grade: gradeWords[traced.grade].name,
  });
  const shown = new Set<string>();
  const back =
    traced.rests.length === 0 && traced.lines === undefined ? [`  ${words.nothing}`] : branches(traced, '', shown);
  return [called(traced), counts, ...back, ...forwardLines(traced)].join('\n');
}

type Called = Pick<TracedThing, 'on' | 'id' | 'name' | 'order'>;

/** "report: Wildman 2019 [ref-48]": its id, to trace it in turn. A passage says whose words it holds. */
function called({ on, id, name, order }: Called): string {
  const kind = order === undefined ? thingWord(on) : `${thingWord(on)} (${reportWords.reading.orders[order]})`;
  const said = order === undefined ? name : `“${name}”`;
  return `${kind}: ${said}${name === id ? '' : ` [${id}]`}`;
}

/** The lines of a record's file, then the steps back, each under its thing. */
function branches(thing: TracedThing, indent: string, shown: Set<string>): string[] {
  const own = thing.lines === undefined ? [] : sourceLines(thing.lines, indent);
  const last = thing.rests.length - 1;
  const steps = thing.rests.flatMap((step, at) => branch(thing, step, indent, at === last, shown));
  return [...own, ...steps];
}

function branch(thing: TracedThing, step: TracedStep, indent: string, isLast: boolean, shown: Set<string>): string[] {
  const { to } = step;
  const key = `${to.on} ${to.id}`;
  const again = shown.has(key) && to.rests.length > 0;
  shown.add(key);
  const head = `${indent}${isLast ? '└─ ' : '├─ '}${again ? fill(words.above, { name: called(to) }) : called(to)}${beside(step, thing)}`;
  return again ? [head] : [head, ...branches(to, `${indent}${isLast ? '   ' : '│  '}`, shown)];
}

/** ", p. 12: “…” (our inference)". A passage has said its words already. */
function beside({ page, quote, inferred }: TracedStep, { name }: TracedThing): string {
  const at = page === undefined ? '' : `, ${/^[a-z]?\d/i.test(page) ? fill(words.page, { page }) : page}`;
  return `${at}${quote === undefined || quote === name ? '' : `: “${quote}”`}${inferred ? ` (${words.inferred})` : ''}`;
}

function sourceLines({ file, from, to, text }: SourceLines, indent: string): string[] {
  const where = fill(from === to ? commandWords.import.line : commandWords.import.lines, {
    from: String(from),
    to: String(to),
  });
  return [`${indent}   ${fill(words.lines, { file, where })}`, ...(text ?? []).map((line) => `${indent}   | ${line}`)];
}

function forwardLines({ forward }: Traced): string[] {
  if (forward === undefined) return [];
  return [
    '',
    `${words.forward}:`,
    ...(forward.length === 0 ? [`  ${words.nothing}`] : forward.map((each) => `  ${called(each)}`)),
  ];
}
