import type { RecordView, StandingGroupView } from '@throughline/wire';
import type { Server } from '../../../house/server.js';

/** What one request may ask for, and how many are made: the newest 2,000 groups, or those that have the words. */
const perPage = 100;
const mostPages = 20;

/** Words of a title that are enough to find it by; a search takes so many letters and no more. */
const mostWords = 8;
const mostLetters = 150;

/**
 * The whole group that a record stands in: of a record that was asked for, only the name of its group is told. It is
 * found by the words of the record, and where these are not searched yet, or it has none, among the newest groups.
 */
export async function groupOf(
  server: Pick<Server, 'duplicateGroups'>,
  { group, reference }: Pick<RecordView, 'group' | 'reference'>,
): Promise<StandingGroupView | undefined> {
  if (group === undefined) return undefined;
  const words = (reference.title ?? '').split(/\s+/).slice(0, mostWords).join(' ').slice(0, mostLetters).trim();
  return (words === '' ? undefined : await lookFor(server, group, words)) ?? lookFor(server, group, '');
}

async function lookFor(server: Pick<Server, 'duplicateGroups'>, group: string, text: string) {
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { groups, next } = await server.duplicateGroups({
      text,
      limit: perPage,
      ...(after === undefined ? {} : { after }),
    });
    const found = groups.find(({ id }) => id === group);
    if (found !== undefined || next === undefined) return found;
    after = next;
  }
  return undefined;
}
