import { type PersonId, type ReviewId, type Role, standing } from '@throughline/core';
import { nameOn } from '../people.js';
import { type ReadOptions, withArchive } from './read-archive.js';
import { TeamSeen } from './team-seen.js';

/** Whose review an archive is, to choose who one is in it. */
export interface ArchiveAbout {
  readonly review: ReviewId;
  readonly title: string;
  readonly changes: number;
  readonly people: readonly { readonly person: PersonId; readonly name?: string; readonly role: Role }[];
}

/** What an archive, or a review's own file, is. Nothing is taken in; its log is read through, its files are not. */
export async function archivePeople(path: string, options: ReadOptions = {}): Promise<ArchiveAbout> {
  return withArchive(path, options, async (archive) => {
    const team = new TeamSeen();
    let count = 0;
    for await (const part of archive.parts()) {
      if (!('changes' in part)) break;
      options.signal?.throwIfAborted();
      team.see(part.changes);
      count += part.changes.length;
    }
    const people: ArchiveAbout['people'][number][] = [];
    for (const { id, role, card } of standing(team.review.floor.people)) {
      const bytes = await archive.content(card);
      const name = bytes && nameOn(bytes);
      people.push({ person: id, role, ...(name === undefined ? {} : { name }) });
    }
    return { review: archive.review, title: team.title, changes: count, people };
  });
}
