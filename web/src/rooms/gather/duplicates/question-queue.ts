import type { DuplicateQuestion } from '@throughline/wire';

/** An answer that was given here. */
export interface Answered {
  /** The id of its change. */
  readonly change: string;
  readonly question: DuplicateQuestion;
}

interface Told {
  /** The first of the open questions, as the server said last; the surest first. */
  readonly told: readonly DuplicateQuestion[];
  /** How many are open altogether. */
  readonly total: number;
  /** What the server said is older than what was done here. */
  readonly isOld: boolean;
  /** Whether an answer stands: on its way, or stored and not taken back. */
  readonly answers: readonly (Answered & { readonly stands: boolean })[];
  /** Put off, by id, in the order in which they were. */
  readonly off: readonly string[];
}

/** Where somebody is among the questions. */
export interface Queue {
  readonly current: DuplicateQuestion | undefined;
  readonly following: DuplicateQuestion | undefined;
  /** The current one was put off before. */
  readonly putOffBefore: boolean;
  /** There are questions, and none may be asked before the server has said what an answer made of them. */
  readonly waits: boolean;
  readonly answered: number;
  readonly left: number;
}

/**
 * In which order questions are asked: what came back first, then the surest, then what was put off, in its order. A
 * question about works that were just answered for waits: the two may be one work by then.
 */
export function queueOf({ told, total, isOld, answers, off }: Told): Queue {
  const standing = answers.filter(({ stands }) => stands);
  const answered = new Set(standing.map(({ question }) => question.id));
  const back = backIn({ told, isOld, answers, answered });
  const open = told.filter(({ id }) => !answered.has(id) && !back.some((each) => each.id === id));
  const place = (id: string) => off.indexOf(id);
  const inOrder = [
    ...back,
    ...open.filter(({ id }) => place(id) < 0),
    ...open.filter(({ id }) => place(id) >= 0).toSorted((a, b) => place(a.id) - place(b.id)),
  ];
  const inFlux = isOld ? new Set(standing.flatMap(({ question }) => question.works.flat())) : new Set<string>();
  const ready = inOrder.filter(({ works }) => !works.flat().some((record) => inFlux.has(record)));
  const [current, following] = ready;
  return {
    current,
    following,
    putOffBefore: current !== undefined && place(current.id) >= 0,
    waits: current === undefined && inOrder.length > 0,
    answered: answered.size,
    left: total - told.filter(({ id }) => answered.has(id)).length + back.filter((each) => !told.includes(each)).length,
  };
}

/** What was answered and taken back; until the server says otherwise, it is a question again. The last one first. */
function backIn({
  told,
  isOld,
  answers,
  answered,
}: Pick<Told, 'told' | 'isOld' | 'answers'> & { readonly answered: ReadonlySet<string> }): DuplicateQuestion[] {
  const given = answers.filter(({ stands, question }) => !stands && !answered.has(question.id)).toReversed();
  const once = given.filter(({ question }, at) => given.findIndex((each) => each.question.id === question.id) === at);
  return once.flatMap(({ question }) => {
    const now = told.find(({ id }) => id === question.id);
    return now ?? (isOld ? question : []);
  });
}
