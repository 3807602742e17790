import type { PersonId } from '@throughline/core';
import { evidenceWords } from '@throughline/words';

/** Names by person; one who was withdrawn is not in it. */
export type People = Readonly<Record<string, string>>;

/** Somebody's name, or what stands for a name that was withdrawn. */
export const nameOf = (people: People, person: PersonId): string => people[person] ?? evidenceWords.somebody;

const stamped = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment of the log in the reader's own time: "3 Mar 2022, 14:05". */
export function whenWas(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : stamped.format(time);
}
