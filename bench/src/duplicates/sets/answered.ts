import { type Pair, type Question, settle } from '@throughline/matching';
import type { Group, Works } from './score.js';
import { Standing } from './standing.js';

/** What is there once somebody who knows the truth has answered every question. */
export interface Answered {
  readonly groups: readonly Group[];
  readonly asked: number;
  /** Of those, the ones whose answer was "different". */
  readonly different: number;
  /** Questions about two works of which any two records had been answered "different" before. None is right. */
  readonly askedAgain: number;
}

/** Makes the sure groups, answers each question by the truth, and settles again, until nothing is left to ask. */
export function answered(pairs: readonly Pair[], works: Works): Answered {
  const standing = new Standing();
  const count = { asked: 0, different: 0, askedAgain: 0 };
  for (;;) {
    const { sure, questions } = settle(pairs, standing.told());
    if (sure.length === 0 && questions.length === 0) return { groups: standing.groups(), ...count };
    for (const { records } of sure) standing.join(records);
    if (sure.length > 0) continue;
    const again = questions.filter((question) => standing.wereToldApart(...question.works)).length;
    const answers = answersTo(questions, works, standing);
    count.askedAgain += again;
    count.asked += answers.length;
    count.different += answers.filter((same) => !same).length;
    // Whoever asks the same again would never be done.
    if (again > 0 || answers.length === 0) return { groups: standing.groups(), ...count };
  }
}

/** Answers one question after the other; one that an earlier answer settled is not asked. True is "same". */
function answersTo(questions: readonly Question[], works: Works, standing: Standing): boolean[] {
  const answers: boolean[] = [];
  for (const { a, b } of questions) {
    if (standing.isSettled(a, b)) continue;
    const same = works.get(a) === works.get(b);
    answers.push(same);
    if (same) standing.join([...standing.workOf(a), ...standing.workOf(b)]);
    else standing.tellApart(a, b);
  }
  return answers;
}
