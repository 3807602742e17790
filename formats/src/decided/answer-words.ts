import type { FoundDecision } from './decision.js';

type Answer = NonNullable<FoundDecision['answer']>;

/** Words for the three answers, as people and programs write them into the cells of their own tables. */
const words: Readonly<Record<Answer, string>> = {
  include: `include, included, inclusion, in, yes, y, 1, 1.0, relevant, accept, accepted, eligible, true, keep, selected,
    incluir, incluido, incluida, incluído, incluída, sí, si, sim, oui, inclure, inclus, incluse, ja, einschließen,
    einschluss, eingeschlossen, includere, incluso, inclusa, inkludera, inkluderad, inkludere, inkluderet, inkludert,
    includeren, geïncludeerd, já, sisällytetty, kyllä, tak, да, 是, 纳入`,
  exclude: `exclude, excluded, exclusion, out, no, n, 0, 0.0, irrelevant, not relevant, reject, rejected, ineligible,
    not eligible, false, remove, removed, excluir, excluido, excluida, excluído, excluída, não, non, exclure, exclu,
    exclus, exclue, nein, ausschließen, ausschluss, ausgeschlossen, escludere, escluso, esclusa, nej, nei, nee,
    exkludera, exkluderad, ekskludere, ekskluderet, ekskludert, excluderen, geëxcludeerd, ei, nie, нет, 否, 排除`,
  maybe: `maybe, unsure, unclear, uncertain, not sure, possibly, perhaps, ?, peut-être, vielleicht, unklar, quizás, quizá,
    tal vez, talvez, dudoso, duda, dúvida, forse, dubbio, misschien, twijfel, kanske, måske, kanskje, ehkä, kannski`,
};

const byWord: ReadonlyMap<string, Answer> = new Map(
  (Object.entries(words) as [Answer, string][]).flatMap(([answer, list]) =>
    list.split(',').map((word) => [word.trim(), answer] as const),
  ),
);

/** Cells that say that there is no answer yet. -1 is ASReview's. */
const noAnswers = new Set([
  '',
  '-1',
  '-1.0',
  'undecided',
  'not seen',
  'unlabeled',
  'unlabelled',
  'na',
  'n/a',
  'nan',
  '-',
]);

export function isNoAnswer(cell: string): boolean {
  return noAnswers.has(cell.trim().toLowerCase());
}

export interface SaidAnswer {
  readonly answer: Answer;
  /** What stands behind the answer in the same cell: "OUT - not about suicide". */
  readonly detail?: string;
}

export function answerIn(cell: string): SaidAnswer | undefined {
  const text = cell.trim().toLowerCase();
  const whole = byWord.get(text);
  if (whole !== undefined) return { answer: whole };
  const parts = /^([^\s:;,(–—-]+(?: [^\s:;,(–—-]+)?)\s*[-–—:;,(]\s*(\S.*)$/s.exec(cell.trim().slice(0, 2000));
  const answer = parts?.[1] === undefined ? undefined : byWord.get(parts[1].toLowerCase());
  if (answer === undefined || /^\d/.test(text)) return undefined;
  return { answer, detail: (parts?.[2] ?? '').replace(/\)$/, '').trim() };
}
