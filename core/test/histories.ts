import {
  type RecordId,
  type Review,
  type Stage,
  asId,
  backwardsOf,
  decisions,
  flow,
  groupOf,
  heldRecords,
  settlementsOn,
  standing,
  writesOf,
} from '../src/index.js';
import { mustBe, plain } from './must-hold.js';
import { type Telling, told } from './telling.js';

/** One thing that somebody tries. What it is about is chosen by numbers from what there is; `wild` may choose wrongly. */
export interface Deed {
  readonly do:
    | 'import'
    | 'group'
    | 'find'
    | 'merge'
    | 'split'
    | 'ungroup'
    | 'tell apart'
    | 'vote'
    | 'revote'
    | 'unvote'
    | 'settle'
    | 'unsettle'
    | 'undo'
    | 'undo last';
  readonly by: string;
  readonly which: number;
  readonly other: number;
  readonly answer: string;
  readonly stage: string;
  readonly wild: boolean;
}

const mostRecords = 12;
const sources = ['database', 'alert', 'bibliography'] as const;

/** A small review that any deeds may be tried on, and what has to hold after each of them. */
export class History {
  readonly telling: Telling;
  /** The review before each change of the log. */
  readonly #before: Review[] = [];
  readonly #begun: number;
  #step = 0;

  constructor() {
    this.telling = told();
    for (const kind of sources) this.telling.does('AT', 'source.made', { id: kind, kind, name: kind });
    this.telling.does('AT', 'source.imported', imported('first', 'database', 4));
    this.telling.does('AT', 'source.imported', imported('second', 'alert', 2));
    this.#before = this.telling.log.map(() => this.telling.review);
    this.#begun = this.telling.log.length;
  }

  /** Tries it. Answers the code of the refusal, or what was done. */
  does(deed: Deed): string {
    this.#step += 1;
    const asked = this.#askedBy(deed);
    if (asked === undefined) return `${deed.do}: nothing to do`;
    const before = this.telling.review;
    const refusal = this.telling.tries(asked.by ?? deed.by, asked.kind, asked.payload);
    if (refusal !== undefined) {
      mustBe(this.telling.review === before, true);
      if (deed.do === 'undo last') mustBe(refusal, undefined);
      return refusal.code;
    }
    mustBe(this.telling.review.conflicts, []);
    this.#before.push(before);
    if (deed.do === 'undo last') this.#mustBeAsBefore();
    return `${deed.do} done`;
  }

  #askedBy(deed: Deed): { kind: string; payload: object; by?: string } | undefined {
    const { review } = this.telling;
    const { which, other, wild } = deed;
    const id = (of: string) => `${of}-${this.#step}`;
    const rows = (wild ? [...review.gather.records] : heldRecords(review)).map((row) => row.id);
    const groups = standing(review.gather.groups);
    const [record, second] = [picked(rows, which), picked(rows, which + 1 + (other % 5))];
    switch (deed.do) {
      case 'import': {
        const count = 1 + (which % 3);
        if (review.gather.records.size + count > mostRecords) return undefined;
        return { kind: 'source.imported', payload: imported(id('i'), picked(sources, other) ?? '', count) };
      }
      case 'group':
        return { kind: 'duplicate-group.made', payload: { id: id('g'), records: [record, second] } };
      case 'find': {
        const free = wild ? rows : rows.filter((each) => groupOf(review, each) === undefined);
        const pairs = [free.slice(0, 2), free.slice(2, 4 + (which % 2))].filter((pair) => pair.length > 1);
        if (pairs.length === 0) return undefined;
        const found = pairs.map((records, at) => ({ id: id(`f${at}`), records }));
        return { kind: 'duplicates.found', payload: { groups: found } };
      }
      case 'merge': {
        if (groups.length === 0) return undefined;
        const from = [...new Set([picked(groups, which), picked(groups, other)])].flatMap((group) => group ?? []);
        const members = from.flatMap(({ records }) => records);
        const records = [...new Set([...members, ...(second === undefined ? [] : [second])])];
        const said = wild ? records.slice(1) : records.filter((each) => joins(review, each, from));
        return {
          kind: 'duplicate-groups.merged',
          payload: { id: id('m'), from: from.map((each) => each.id), records: said },
        };
      }
      case 'split': {
        const group = picked(groups, which);
        if (group === undefined) return undefined;
        const cut = 1 + (other % (group.records.length - 1));
        const all = wild ? group.records.slice(1) : group.records;
        const parts = [all.slice(0, cut), all.slice(cut)]
          .filter(({ length }) => length > 0)
          .map((records, at) => ({ records, ...(records.length > 1 ? { group: id(`p${at}`) } : {}) }));
        return { kind: 'duplicate-group.split', payload: { id: group.id, parts, distinct: id('d') } };
      }
      case 'ungroup':
        return groups.length === 0
          ? undefined
          : { kind: 'duplicate-group.removed', payload: { id: picked(groups, which)?.id } };
      case 'tell apart':
        return { kind: 'distinct.made', payload: { id: id('d'), records: [record, second] } };
      case 'vote':
      case 'revote':
      case 'unvote':
        return this.#voting(deed, record, id('v'));
      case 'settle':
      case 'unsettle':
        return this.#settling(deed, record, id('s'));
      case 'undo':
      case 'undo last':
        return this.#undoing(deed);
    }
  }

  #voting({ do: what, by, which, answer, stage }: Deed, record: string | undefined, id: string) {
    if (what === 'vote') return { kind: 'vote.made', payload: { id, record, stage, answer, reason: 'who' } };
    const own = standing(this.telling.review.screen.votes).filter(({ trail }) => trail.made.by === by);
    const vote = picked(own, which)?.id;
    if (vote === undefined) return undefined;
    if (what === 'unvote') return { kind: 'vote.removed', payload: { id: vote } };
    return { kind: 'vote.edited', payload: { id: vote, set: { answer } } };
  }

  #settling({ do: what, which, answer, wild }: Deed, record: string | undefined, id: string) {
    const { review } = this.telling;
    const settled = picked(standing(review.screen.settlements), which);
    if (what === 'unsettle') return settled && { kind: 'settlement.removed', payload: { id: settled.id } };
    const open = decisions(review).flatMap(({ work, titleAbstract, fullText }) => [
      ...(titleAbstract === 'disagreement' ? [[picked(work.records, which)?.id, 'title-abstract'] as const] : []),
      ...(fullText === 'disagreement' ? [[picked(work.records, which)?.id, 'full-text'] as const] : []),
    ]);
    const [on, stage] = (wild ? undefined : picked(open, which)) ?? [record, 'title-abstract'];
    if (on === undefined) return undefined;
    const over = wild ? [] : settlementsOn(review, asId(on), stage as Stage).map((each) => each.id);
    const said = answer === 'maybe' ? 'include' : answer;
    return { kind: 'settlement.made', payload: { id, record: on, stage, answer: said, reason: 'who', over } };
  }

  #undoing({ do: what, which, by }: Deed) {
    const { log, review } = this.telling;
    const at = what === 'undo last' ? log.length - 1 : log.length - 1 - which;
    const change = at >= this.#begun ? log[at] : undefined;
    if (change === undefined) return undefined;
    const writes = backwardsOf(review, writesOf(change) ?? []);
    return { kind: 'change.undone', payload: { change: change.id, writes }, by: what === 'undo last' ? 'AT' : by };
  }

  /** The last change took back the one before it: all is as it was before that. */
  #mustBeAsBefore(): void {
    const before = this.#before.at(-2) as Review;
    mustBe(plain(this.telling.review), plain(before));
    mustBe(flow(this.telling.review), flow(before));
  }
}

function imported(id: string, source: string, count: number): object {
  const file = { name: `${id}.ris`, content: 'b'.repeat(64), bytes: 9 };
  const records = Array.from({ length: count }, (_, at) => ({
    ...{ id: `${id}.${at + 1}`, number: at + 1 },
    ...{ lines: [at + 1, at + 1], label: 'Ito 2019' },
  }));
  return { id, source, file, format: 'ris', unread: 0, records };
}

const picked = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length];

/** Is it in one of these groups, or in none? */
function joins(review: Review, record: RecordId, from: readonly { readonly id: string }[]): boolean {
  const group = groupOf(review, record);
  return group === undefined || from.some(({ id }) => id === group.id);
}
