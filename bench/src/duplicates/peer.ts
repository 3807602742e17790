import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Comparable } from '@throughline/matching';
import type { Group } from './sets/score.js';

/** The de-duplicator of the Systematic Review Accelerator. */
export const peerName = '@iebh/dedupe-sweep@1.5.1';
/** Each of its strategies; its own page calls `forbes` the balanced one. */
export const strategies = ['clark', 'bramer', 'forbes', 'forbesMinFN', 'forbesMinFP', 'doiOnly'] as const;
export type Strategy = (typeof strategies)[number];

interface Swept {
  readonly dedupe: { readonly dupeOf: readonly number[] };
}
interface Sweep {
  set(option: 'strategy', value: Strategy): Sweep;
  run(records: readonly object[]): Promise<readonly Swept[]>;
}
type SweepClass = new () => Sweep;

/** Records as the peer reads them, made beforehand: turning them into its form is no part of its work. */
export const asPeerRecords = (records: readonly Comparable[]): object[] => records.map(asPeerRecord);

/** It compares whatever has a name, and empty text is nothing to it. One strategy asks for `issue`, a reader of files says `number`. */
function asPeerRecord(record: Comparable): object {
  const { title = '', authors, year, journal = '', volume = '', issue = '', pages = '' } = record;
  const { doi = '', abstract = '', type = '' } = record;
  const where = { journal, volume, number: issue, issue, pages, doi };
  return { title, authors, year: year === undefined ? '' : String(year), ...where, abstract, type };
}

/** Runs one strategy; what it says is a duplicate of something stands with it. Groups hold places in the list. */
export async function sweep(folder: string, strategy: Strategy, records: readonly object[]): Promise<number[][]> {
  const found = createRequire(join(folder, 'package.json'))(folder) as SweepClass | { default: SweepClass };
  const Dedupe = 'default' in found ? found.default : found;
  const swept = await new Dedupe().set('strategy', strategy).run(records);
  return joinedUp(swept.map(({ dedupe }) => dedupe.dupeOf));
}

/** The same by ids. */
export const byId = (groups: readonly (readonly number[])[], records: readonly Comparable[]): Group[] =>
  groups.map((group) => group.map((at) => records[at]?.id ?? ''));

/** Groups of two and more from what each place in a list is said to repeat. */
export function joinedUp(repeats: readonly (readonly number[])[]): number[][] {
  const first = repeats.map((_, at) => at);
  const firstOf = (at: number): number => {
    let root = at;
    while (first[root] !== root) root = first[root] ?? root;
    first[at] = root;
    return root;
  };
  for (const [at, others] of repeats.entries()) {
    for (const other of others) {
      const [low, high] = [firstOf(at), firstOf(other)].toSorted((x, y) => x - y) as [number, number];
      first[high] = low;
    }
  }
  const groups = new Map<number, number[]>();
  for (const at of first.keys()) groups.set(firstOf(at), [...(groups.get(firstOf(at)) ?? []), at]);
  return [...groups.values()].filter((group) => group.length > 1);
}

interface Peers {
  readonly peer: (wanted: string) => Promise<{ readonly folder: string } | { readonly missing: string }>;
}

/**
 * Where the peer lies: the folder that THROUGHLINE_DEDUPE_SWEEP names, for a copy that was got another way, or where npm
 * puts it. Without it the rest is measured all the same.
 */
export async function peerFolder(say: (line: string) => void): Promise<string | undefined> {
  const own = process.env.THROUGHLINE_DEDUPE_SWEEP;
  if (own !== undefined) return own;
  const tools = new URL('../../../tools/peer.mjs', import.meta.url).href;
  const found = await ((await import(tools)) as Peers).peer(peerName);
  if ('folder' in found) return found.folder;
  say(`${found.missing}\nOr name a folder that holds it by THROUGHLINE_DEDUPE_SWEEP. Nothing is compared with it now.`);
  return undefined;
}
