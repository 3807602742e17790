import { fill } from './sentence.js';

/**
 * Decisions that came along in a file, as votes of the people whose they are. These sentences stay in the log: they say
 * where a vote came from.
 */
const words = {
  because: 'Decided by {by} in {file}.',
  becauseNameless: 'Decided in {file}, which names nobody.',
  reasonMissing: 'No reason was given in {file}.',
  labels: 'Labels: {labels}.',
  moreReasons: 'Further reasons: {reasons}.',
};

/** Why a vote that came in a file was made. `by`: as the file names the person; empty where it names nobody. */
export const broughtBecause = (by: string, file: string): string =>
  fill(by === '' ? words.becauseNameless : words.because, { by, file });

/** Stands for the reason that an exclusion at full text needs, where the file has none. */
export const reasonNotBrought = (file: string): string => fill(words.reasonMissing, { file });

/** What a file says beside an answer, as the note of a vote; undefined where it says nothing. */
export function broughtNote(said: {
  readonly reasons: readonly string[];
  readonly labels: readonly string[];
  readonly notes: readonly string[];
}): string | undefined {
  const lines = [
    ...said.notes,
    ...(said.labels.length === 0 ? [] : [fill(words.labels, { labels: said.labels.join('; ') })]),
    ...(said.reasons.length === 0 ? [] : [fill(words.moreReasons, { reasons: said.reasons.join('; ') })]),
  ];
  return lines.length === 0 ? undefined : lines.join('\n');
}
