import { type Review, rooms, shelfOf, standing, things } from '@throughline/core';
import { sayThing } from '@throughline/evidence';
import { duplicatesWords, frameWords, roomWords, teamWords, thingWord } from '@throughline/words';
import type { Ref } from '@throughline/core';

/** Something that can be gone to from anywhere. */
export interface Findable {
  readonly key: string;
  readonly name: string;
  /** What sort of thing it is. */
  readonly word: string;
  readonly to: { readonly page: string } | { readonly thing: Ref };
}

/** Every page. */
export const pages: readonly Findable[] = [
  { key: 'page ', name: frameWords.overview, word: '', to: { page: '' } },
  { key: 'page team', name: teamWords.title, word: teamWords.purposeDesk, to: { page: 'team' } },
  ...rooms.map(({ name }) => ({
    key: `page ${name}`,
    name: roomWords[name].name,
    word: roomWords[name].purpose,
    to: { page: name },
  })),
  {
    key: 'page gather/duplicates',
    name: duplicatesWords.title,
    word: roomWords.gather.name,
    to: { page: 'gather/duplicates' },
  },
];

/** Things that are called by what they point at: whoever looks for that finds it itself. */
const nameless = new Set([
  'gather.routes',
  'gather.groups',
  'gather.distinct',
  'gather.corrections',
  'screen.votes',
  'screen.settlements',
  'read.apart',
  'read.characteristics',
  'read.appraisals',
]);

/** Everything in the review that has words of its own, as far as it is loaded here. */
export function everything(review: Review): Findable[] {
  return things
    .filter(({ on }) => !nameless.has(on))
    .flatMap(({ on }) =>
      standing(shelfOf(review, on)).flatMap(({ id }) => {
        const said = sayThing(review, { on, id });
        if (said === undefined) return [];
        return [{ key: `${on}/${id}`, name: said.name, word: thingWord(on), to: { thing: { on, id } } }];
      }),
    );
}

/** How many answers a palette shows: more are not read. */
const most = 30;

/** What holds every word that was typed, those first in which a word begins so. */
export function matching(all: readonly Findable[], typed: string): Findable[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const scored = all.flatMap((each) => {
    const text = plain(`${each.name} ${each.word}`);
    if (!words.every((word) => text.includes(word))) return [];
    return [{ each, begins: words.filter((word) => text.startsWith(word) || text.includes(` ${word}`)).length }];
  });
  return scored
    .toSorted((a, b) => b.begins - a.begins)
    .slice(0, most)
    .map(({ each }) => each);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
