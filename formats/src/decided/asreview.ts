import type { FoundDecision } from './decision.js';

/**
 * ASReview writes one word into a record's notes: `ASReview_relevant`, `ASReview_irrelevant` or `ASReview_not_seen`.
 * Since its second version it adds a note for each of its columns: `asreview_note: "…"`, `asreview_user_name: "…"`, the
 * value in JSON. (Its documentation, "Variables in the exported dataset"; `ASReview_prior` says that the answer was
 * given before the screening.)
 */
export function asreviewDecisions(notes: readonly string[]): FoundDecision[] {
  const answer = notes.map(wordIn).find((each) => each !== undefined);
  const note = columnIn(notes, 'asreview_note');
  const by = columnIn(notes, 'asreview_user_name');
  if (answer === undefined && note === undefined) return [];
  return [
    {
      ...(by === undefined ? {} : { by }),
      ...(answer === undefined ? {} : { answer }),
      reasons: [],
      labels: [],
      notes: note === undefined ? [] : [note],
    },
  ];
}

export function isAsreviewNote(note: string): boolean {
  return /\bASReview_(?:relevant|irrelevant|not_seen)\b|^asreview_\w+:/.test(note);
}

function wordIn(note: string): 'include' | 'exclude' | undefined {
  const word = /\bASReview_(relevant|irrelevant)\b/.exec(note)?.[1];
  if (word === undefined) return undefined;
  return word === 'relevant' ? 'include' : 'exclude';
}

function columnIn(notes: readonly string[], name: string): string | undefined {
  const note = notes.find((each) => each.startsWith(`${name}:`));
  if (note === undefined) return undefined;
  const value = note.slice(name.length + 1).trim();
  try {
    const said: unknown = JSON.parse(value);
    return typeof said === 'string' && said.trim() !== '' ? said : undefined;
  } catch {
    return value === '' ? undefined : value;
  }
}
