import { type Comparable, Matcher, type Pair, type Question, type Settled, settle } from '@throughline/matching';
import type { Why } from '@throughline/wire';
import type { Said, SaidOtherwise } from './became-other.js';
import { whyOf, whyOfAll } from './why.js';

/** What became other since the finder heard of it last. */
export interface News extends Partial<SaidOtherwise> {
  /** One with a known id takes the other's place. */
  readonly records?: readonly Comparable[];
  readonly gone?: readonly string[];
}

/** What a finder can be asked for, and what it answers. */
export type Asking =
  | { readonly about: 'counts' }
  | { readonly about: 'questions'; readonly after?: string; readonly limit: number }
  | { readonly about: 'sure'; readonly after?: string; readonly limit?: number; readonly only?: readonly string[] };
export interface Answers {
  readonly counts: FoundCounts;
  readonly questions: FoundPage<FoundQuestion>;
  readonly sure: FoundPage<FoundGroup>;
}
export type AnswerTo<A extends Asking> = Answers[A['about']];

export interface FoundCounts {
  readonly sureGroups: number;
  /** Records more that would leave the flow. */
  readonly sureLeave: number;
  readonly questions: number;
}
export interface FoundPage<T> {
  readonly found: readonly T[];
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: string;
}
export interface FoundQuestion {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly works: Question['works'];
  readonly why: Why;
}
/** Records that may be grouped without asking, and the groups that stand and would be taken up. */
export interface FoundGroup {
  readonly records: readonly string[];
  readonly takes: readonly string[];
  readonly why: Why;
}

/**
 * Finds which records are the same report, and keeps what it found: it is told of what became other, at a cost
 * proportional to that, and settles anew when it is asked next. It belongs into a thread (finder-thread.ts).
 */
export class Finder {
  readonly #matcher = new Matcher();
  readonly #groups = new Map<string, readonly string[]>();
  readonly #distinct = new Map<string, readonly string[]>();
  #pairs: readonly Pair[] | undefined;
  #settled: Found | undefined;

  hear({ records = [], gone = [], groups = [], distinct = [] }: News): void {
    this.#matcher.add(records);
    this.#matcher.remove(gone);
    if (records.length + gone.length > 0) this.#pairs = undefined;
    keepSaid(this.#groups, groups);
    keepSaid(this.#distinct, distinct);
    this.#settled = undefined;
  }

  answer<A extends Asking>(asking: A): AnswerTo<A> {
    return this.#answer(asking) as AnswerTo<A>;
  }

  #answer(asking: Asking): Answers[Asking['about']] {
    const found = this.#found();
    if (asking.about === 'questions') return pageOfQuestions(found.questions, asking);
    if (asking.about === 'sure') return pageOfSure(found.sure, asking);
    const sureLeave = found.sure.reduce((sum, group) => sum + this.#leaving(group), 0);
    return { sureGroups: found.sure.length, sureLeave, questions: found.questions.length };
  }

  #found(): Found {
    this.#pairs ??= this.#matcher.pairs();
    this.#settled ??= inOrder(
      settle(this.#pairs, {
        groups: [...this.#groups].map(([id, records]) => ({ id, records })),
        distinct: [...this.#distinct.values()],
      }),
    );
    return this.#settled;
  }

  /** Of the works that become one all leave the flow but one. */
  #leaving({ records, takes }: FoundGroup): number {
    const grouped = takes.reduce((sum, id) => sum + (this.#groups.get(id)?.length ?? 0), 0);
    return records.length - grouped + takes.length - 1;
  }
}

function keepSaid(kept: Map<string, readonly string[]>, said: readonly Said[]): void {
  for (const { id, records } of said) {
    if (records === undefined) kept.delete(id);
    else kept.set(id, records);
  }
}

/** In the orders in which it is told page by page. */
interface Found {
  readonly questions: readonly Question[];
  readonly sure: readonly FoundGroup[];
}

const inOrder = ({ sure, questions }: Settled): Found => ({
  questions: questions.toSorted((x, y) => y.score - x.score || order(idOf(x), idOf(y))),
  sure: sure
    .map(({ records, takes, pairs }) => ({ records, takes, why: whyOfAll(pairs) }))
    .toSorted((x, y) => order(firstOf(x), firstOf(y))),
});

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
const idOf = ({ a, b }: Pick<Pair, 'a' | 'b'>): string => `${a}|${b}`;
export const firstOf = ({ records }: Pick<FoundGroup, 'records'>): string => records[0] ?? '';

/** A page goes on after a place in the order, so that what was answered meanwhile moves nothing. */
function pageOfQuestions(
  all: readonly Question[],
  { after, limit }: Extract<Asking, { about: 'questions' }>,
): Answers['questions'] {
  const bar = after?.indexOf('|') ?? -1;
  const [score, id] = [Number(after?.slice(0, bar)), after?.slice(bar + 1) ?? ''];
  const isAfter = (each: Question) => each.score < score || (each.score === score && idOf(each) > id);
  const { found, total, next } = pageFrom(all, bar < 0 ? 0 : all.findIndex(isAfter), limit);
  return {
    found: found.map((each) => ({ id: idOf(each), a: each.a, b: each.b, works: each.works, why: whyOf(each) })),
    total,
    ...(next === undefined ? {} : { next: `${next.score}|${idOf(next)}` }),
  };
}

function pageOfSure(
  all: readonly FoundGroup[],
  { after, limit, only }: Extract<Asking, { about: 'sure' }>,
): Answers['sure'] {
  const wanted = only && new Set(only);
  const asked = wanted === undefined ? all : all.filter((each) => wanted.has(firstOf(each)));
  const from = after === undefined ? 0 : asked.findIndex((each) => firstOf(each) > after);
  const { next, ...page } = pageFrom(asked, from, limit ?? asked.length);
  return { ...page, ...(next === undefined ? {} : { next: firstOf(next) }) };
}

/** `from` is -1 past the end. `next` is the last of the page, where there is another page. */
function pageFrom<T>(all: readonly T[], from: number, limit: number): { found: readonly T[]; total: number; next?: T } {
  const found = from < 0 ? [] : all.slice(from, from + limit);
  const last = found.at(-1);
  return { found, total: all.length, ...(last !== undefined && from + limit < all.length ? { next: last } : {}) };
}
