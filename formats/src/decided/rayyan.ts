import type { FoundDecision } from './decision.js';
import { rubyHash } from './ruby-hash.js';

/**
 * Rayyan writes everything into the notes of a record (RIS N1, BibTeX note, the "notes" column of its CSV):
 * `RAYYAN-INCLUSION: {"Ada"=>"Included"} | RAYYAN-LABELS: a,b | RAYYAN-EXCLUSION-REASONS: c | USER-NOTES: {"Ada"=>["d"]}`
 *
 * Decisions and notes name their person; labels and reasons do not. They go to the one person they can belong to
 * (reasons: who excluded), else stand in a decision of nobody.
 */
export function rayyanDecisions(note: string): FoundDecision[] {
  const said = saidBy(note);
  const people = new Map<string, Draft>();
  const person = (by: string): Draft => {
    const known = people.get(by) ?? { by, notes: [] };
    people.set(by, known);
    return known;
  };
  for (const [by, [word = '']] of said.inclusion) person(by).answer = answers.get(word.toLowerCase());
  for (const [by, notes] of said.userNotes) person(by).notes.push(...notes.filter((each) => each.trim() !== ''));
  return withReasonsAndLabels([...people.values()], said);
}

export function isRayyanNote(note: string): boolean {
  return /RAYYAN-(?:INCLUSION|LABELS|EXCLUSION-REASONS)\s*:/i.test(note);
}

interface Draft {
  readonly by: string;
  answer?: FoundDecision['answer'];
  readonly notes: string[];
}

/** "Undecided" is an answer of nobody. "true" is what the first Rayyan wrote for included. */
const answers: ReadonlyMap<string, FoundDecision['answer']> = new Map([
  ['included', 'include'],
  ['excluded', 'exclude'],
  ['maybe', 'maybe'],
  ['true', 'include'],
  ['false', 'exclude'],
] as const);

type Entries = readonly (readonly [string, readonly string[]])[];

interface Said {
  readonly inclusion: Entries;
  readonly userNotes: Entries;
  readonly labels: readonly string[];
  readonly reasons: readonly string[];
}

function withReasonsAndLabels(people: readonly Draft[], { labels, reasons }: Said): FoundDecision[] {
  const excluding = people.filter(({ answer }) => answer === 'exclude');
  const reasoner = excluding.length === 1 ? excluding[0] : undefined;
  const labeller = people.length === 1 ? people[0] : undefined;
  const decisions = people.map((each) => ({
    by: each.by,
    ...(each.answer === undefined ? {} : { answer: each.answer }),
    reasons: each === reasoner ? reasons : [],
    labels: each === labeller ? labels : [],
    notes: each.notes,
  }));
  const nobodys = { reasons: reasoner ? [] : reasons, labels: labeller ? [] : labels, notes: [] };
  return [...decisions, nobodys].filter(saysSomething);
}

export function saysSomething({ answer, reasons, labels, notes }: FoundDecision): boolean {
  return answer !== undefined || reasons.length + labels.length + notes.length > 0;
}

const heading = /(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)\s*:\s*/gi;

function saidBy(note: string): Said {
  const inclusion: (readonly [string, readonly string[]])[] = [];
  const userNotes: (readonly [string, readonly string[]])[] = [];
  const labels: string[] = [];
  const reasons: string[] = [];
  heading.lastIndex = 0;
  for (let found = heading.exec(note); found !== null; found = heading.exec(note)) {
    const from = heading.lastIndex;
    const name = found[1]?.toUpperCase();
    if (name === 'RAYYAN-LABELS') labels.push(...listAt(note, from));
    else if (name === 'RAYYAN-EXCLUSION-REASONS') reasons.push(...listAt(note, from));
    else if (note[from] === '{') {
      const { entries, end } = rubyHash(note, from);
      (name === 'USER-NOTES' ? userNotes : inclusion).push(...entries);
      heading.lastIndex = end;
    }
  }
  return { inclusion, userNotes, labels: [...new Set(labels)], reasons: [...new Set(reasons)] };
}

/** Labels and reasons stand between commas, up to the next bar, the next heading or the end of the line. */
function listAt(note: string, from: number): string[] {
  const stop = /\||\n|RAYYAN-|USER-NOTES/g;
  stop.lastIndex = from;
  return note
    .slice(from, stop.exec(note)?.index ?? note.length)
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
