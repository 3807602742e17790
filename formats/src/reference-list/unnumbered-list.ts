import type { Found } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import type { Line } from '../text/line-splitter.js';
import { entryStart } from './entry-start.js';
import { type Entry, entriesOf, isBetween, type Layout, layouts, type Shown } from './layouts.js';
import { isLinkLine, isListEnd, isListHeading } from './page-debris.js';
import { partReference } from './parted-reference.js';
import { plainText } from './plain-text.js';
import { isReferenceAmongOthers, isReferenceLike, saysWhen } from './reference-like.js';

/** References without which a run of them is no list, where no heading announces it. */
const fewest = 3;
/** Entries that are no references and yet do not end the list: notes, page headings, a reference in another form. */
const mostBetween = 4;
/** Characters. No line of a reference is longer; such a line is looked at no further. */
const longestShown = 64 * 1024;
/** Lines by which the layout is judged, at either end of the text. */
const sample = 600;

/** A list whose references bear no numbers. */
export interface UnnumberedList {
  /** How many references there are. */
  readonly references: number;
  /** Entries of the text that are no references. */
  readonly others: number;
  /** Every line of the text that shows anything, in a record, a report or a count. */
  readonly found: readonly Found[];
}

/** An entry, and whether it holds what references hold. */
interface Judged extends Entry {
  readonly likely: boolean;
}

/**
 * Finds the list of a text, which may be a whole paper; undefined where nothing in it looks like one, or where no more
 * than `numbered` references could be found.
 */
export function unnumberedList(lines: readonly Line[], numbered = 0): UnnumberedList | undefined {
  const shown = lines.map((line) => ({
    line,
    text: line.text.length > longestShown ? line.text : plainText(line.text),
  }));
  const dated = shown.filter(({ text }) => saysWhen(text) && entryStart(text) === undefined);
  if (dated.length <= numbered) return undefined;
  const heading = lastHeading(shown);
  const from = heading === undefined ? 0 : heading + 1;
  const list = listIn(shown, from, heading === undefined ? fewest : 1);
  return list ?? (from > 0 ? listIn(shown, 0, fewest) : undefined);
}

function listIn(lines: readonly Shown[], from: number, least: number): UnnumberedList | undefined {
  const region = lines.slice(from);
  const layout = layoutOf(region);
  const judged = entriesOf(region, layout).map((entry) => ({ ...entry, likely: isReferenceLike(entry.text) }));
  const runs = runsOf(judged);
  const best = runs.reduce<Run | undefined>((most, run) => (run.likely > (most?.likely ?? 0) ? run : most), undefined);
  if (best === undefined) return undefined;
  const everything = judged.length === best.likely;
  if (best.likely < least && !everything) return undefined;
  const others = judged.length - best.likely;
  return { references: best.likely, others, found: accounted(lines, judged, runs, best) };
}

/** The last heading that references follow; a paper's table of contents names it as well. */
function lastHeading(lines: readonly Shown[]): number | undefined {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 80 || !isListHeading(line.text)) continue;
    const behind = lines.slice(at + 1, at + 41);
    if (layouts.some((layout) => entriesOf(behind, layout).some(({ text }) => isReferenceLike(text)))) return at;
  }
  return undefined;
}

/** The layout by which most entries are references and fewest between them are not. */
function layoutOf(lines: readonly Shown[]): Layout {
  const some = lines.length > 2 * sample ? [...lines.slice(0, sample), ...lines.slice(-sample)] : lines;
  const known = new Map<string, boolean>();
  const isLike = (text: string): boolean => {
    const like = known.get(text) ?? isReferenceLike(text);
    known.set(text, like);
    return like;
  };
  let best: { layout: Layout; score: number } = { layout: 'lines', score: 0 };
  for (const layout of layouts) {
    const entries = entriesOf(some, layout);
    if (layout === 'heads' && !areWrapped(entries)) continue;
    const runs = runsOf(entries.map((entry) => ({ ...entry, likely: isLike(entry.text) })));
    const score = runs.reduce((sum, { from, to, likely }) => sum + likely - (to - from + 1 - likely) / 2, 0);
    if (score > best.score) best = { layout, score };
  }
  return best.layout;
}

/** Nothing on the page shows where references begin: only where most have several lines is a line taken for the next. */
function areWrapped(entries: readonly Entry[]): boolean {
  return entries.filter(({ lines }) => lines.length > 1).length * 2 >= entries.length;
}

/** Entries in a row, from the first reference to the last. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly likely: number;
}

function runsOf(judged: readonly Judged[]): Run[] {
  const runs: Run[] = [];
  for (const [index, { likely }] of judged.entries()) {
    const open = runs.at(-1);
    if (!likely) continue;
    if (open !== undefined && index - open.to <= between(open) + 1) {
      runs[runs.length - 1] = { ...open, to: index, likely: open.likely + 1 };
    } else runs.push({ from: index, to: index, likely: 1 });
  }
  return runs;
}

/** A long list is not ended by as little as a short one. */
const between = ({ likely }: Run): number => Math.min(5 * mostBetween, Math.max(mostBetween, likely / 4));

function accounted(lines: readonly Shown[], judged: readonly Judged[], runs: readonly Run[], best: Run): Found[] {
  const found: Found[] = [];
  const held = new Set<number>();
  const hold = (entries: readonly Entry[]): void => {
    for (const entry of entries) for (const { number } of entry.lines) held.add(number);
  };
  for (const run of runs) {
    const entries = judged.slice(run.from, run.to + 1);
    if (run === best) {
      hold(entries);
      found.push(...entries.flatMap(foundIn));
    } else if (run.likely >= fewest) {
      found.push(otherList(entries));
      for (let number = first(entries); number <= last(entries); number += 1) held.add(number);
    }
  }
  // A pasted list is nothing but references: what is none at its ends may be one in a form not known here.
  const pasted = judged[0]?.lines[0]?.number === firstShown(lines) && (best.to - best.from + 1) * 2 > judged.length;
  if (pasted) {
    for (const [index, entry] of judged.entries()) {
      if (index >= best.from && index <= best.to) continue;
      if (entry.lines.some(({ number }) => held.has(number))) continue;
      hold([entry]);
      found.push(...(isReferenceAmongOthers(entry.text) ? foundIn(entry) : [unread('lines.outside-record', entry)]));
    }
  }
  return [...inOrder(found), ...countOf(lines, held)];
}

/** The first line that shows anything and is no heading of a list. */
function firstShown(lines: readonly Shown[]): number | undefined {
  return lines.find(({ text }) => !isBetween(text))?.line.number;
}

const first = (entries: readonly Entry[]): number => entries[0]?.lines[0]?.number ?? 1;
const last = (entries: readonly Entry[]): number => entries.at(-1)?.lines.at(-1)?.number ?? 1;

function foundIn(entry: Judged): Found[] {
  if (!entry.likely && !isReferenceAmongOthers(entry.text)) return [unread('list.interrupted', entry)];
  const { reference, parted } = partReference(entry.text.replace(/^[*†‡]+ ?/, ''));
  const lines = linesOf(entry);
  const raw = entry.lines.map(({ text }) => text).join('\n');
  const record: Found = { kind: 'record', reference, lines, raw };
  if (parted) return [record];
  return [record, { kind: 'unread', reason: 'reference.unparted', lines, text: excerpt(entry.text) }];
}

function unread(reason: 'list.interrupted' | 'lines.outside-record', entry: Entry): Found {
  return { kind: 'unread', reason, lines: linesOf(entry), text: excerpt(entry.text) };
}

function otherList(entries: readonly Entry[]): Found {
  const text = excerpt(entries[0]?.lines[0]?.text ?? '');
  return { kind: 'unread', reason: 'list.other', lines: { from: first(entries), to: last(entries) }, text };
}

const linesOf = (entry: Entry): { from: number; to: number } => ({ from: first([entry]), to: last([entry]) });

function inOrder(found: readonly Found[]): Found[] {
  const at = (each: Found): number => ('lines' in each && typeof each.lines === 'object' ? each.lines.from : 0);
  return [...found].sort((left, right) => at(left) - at(right));
}

/** Lines in no record and no report, by what they are. */
function countOf(lines: readonly Shown[], held: ReadonlySet<number>): Found[] {
  const tally = new Tally();
  for (const { line, text } of lines) {
    if (text === '' || line.tooLong || held.has(line.number)) continue;
    if (!isBetween(text)) tally.add('text-around-list');
    else if (isListHeading(text)) tally.add('list-heading');
    else if (isListEnd(text)) tally.add('list-end');
    else if (isLinkLine(text)) tally.add('link-words');
  }
  return tally.found();
}
