import { components } from './components.js';
import type { Pair, Question, Settled, SureGroup, Told } from './contract.js';

/**
 * What follows from pairs and from what people said: the groups that may be made without asking, and the questions that
 * are left. People's word stands over the program's: groups that stand are kept whole, and two works of which any two
 * records were told different are neither joined nor asked about. The order of `pairs` and `told` changes nothing.
 */
export function settle(pairs: readonly Pair[], told: Told): Settled {
  const works = new Works(told);
  const sure = sureGroups(pairs, works);
  return { sure, questions: questionsOf(pairs, works) };
}

/** Records that stand together, and the groups of people's that they take up. */
interface Work {
  readonly id: string;
  readonly records: readonly string[];
  readonly takes: readonly string[];
}

/** Which records stand together, and which works were told to be different. */
class Works {
  /** Only of records that stand with others. */
  readonly #of = new Map<string, Work>();
  readonly #told: Told['distinct'];
  #apart: ReadonlySet<string> | undefined;

  constructor({ groups, distinct }: Told) {
    for (const { id, records } of groups) this.#put(records.toSorted(), [id]);
    this.#told = distinct;
  }

  /** The id of a record's work: the first of its records. */
  idOf(record: string): string {
    return this.#of.get(record)?.id ?? record;
  }

  of(record: string): Work {
    return this.#of.get(record) ?? { id: record, records: [record], takes: [] };
  }

  areApart(one: string, other: string): boolean {
    if (this.#told.length === 0) return false;
    this.#apart ??= new Set(this.#told.flatMap((list) => twos(list.map((id) => this.idOf(id))).map(nameOf)));
    return this.#apart.has(nameOf([one, other]));
  }

  anyApart(ids: readonly string[]): boolean {
    return this.#told.length > 0 && twos(ids).some(([x, y]) => this.areApart(x, y));
  }

  join(works: readonly Work[]): Work {
    this.#apart = undefined;
    return this.#put(
      works.flatMap(({ records }) => records).toSorted(),
      works.flatMap(({ takes }) => takes).toSorted(),
    );
  }

  #put(records: readonly string[], takes: readonly string[]): Work {
    const work = { id: records[0] ?? '', records, takes };
    for (const record of records) this.#of.set(record, work);
    return work;
  }
}

const nameOf = ([x, y]: readonly [string, string]): string => (x < y ? `${x}\n${y}` : `${y}\n${x}`);
const twos = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((x, at) => list.slice(at + 1).map((y) => [x, y] as const));

/** Works that sure pairs hold together are joined, unless two of them were told apart. */
function sureGroups(pairs: readonly Pair[], works: Works): SureGroup[] {
  const links = pairs
    .filter(({ likeness }) => likeness === 'same')
    .map((pair) => ({ a: works.idOf(pair.a), b: works.idOf(pair.b), pair }))
    .filter(({ a, b }) => a !== b);
  const free = components(links).filter(({ ids }) => !works.anyApart(ids));
  return free
    .map(({ ids, pairs: own }) => {
      const { records, takes } = works.join(ids.map((id) => works.of(id)));
      return { records, takes, pairs: own.map(({ pair }) => pair) };
    })
    .sort((x, y) => order(x.records[0] ?? '', y.records[0] ?? ''));
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Of all pairs between two works, the surest asks for them. */
function questionsOf(pairs: readonly Pair[], works: Works): Question[] {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const [one, other] = [works.idOf(pair.a), works.idOf(pair.b)];
    if (one === other || works.areApart(one, other)) continue;
    const name = nameOf([one, other]);
    const known = best.get(name);
    if (known === undefined || bySurety(pair, known) < 0) best.set(name, pair);
  }
  return [...best.values()]
    .sort(bySurety)
    .map((pair) => ({ ...pair, works: [works.of(pair.a).records, works.of(pair.b).records] as const }));
}

const bySurety = (x: Pair, y: Pair): number => y.score - x.score || order(x.a, y.a) || order(x.b, y.b);
