import { plain } from '@throughline/matching';
import type { ClusterSet } from '../sets/set-file.js';

/** Titles of real works, one a work; what stands over several works, or is too short to tell one, is left out. */
export function realTitles(sets: readonly ClusterSet[]): string[] {
  const byWords = new Map<string, { title: string; works: Set<string> }>();
  for (const { name, records, works } of sets) {
    for (const { id, title = '' } of records) {
      const known = byWords.get(plain(title)) ?? { title, works: new Set() };
      byWords.set(plain(title), { ...known, works: known.works.add(`${name} ${works.get(id)}`) });
    }
  }
  const works = new Set<string>();
  return [...byWords.values()].flatMap(({ title, works: its }) => {
    const [work = ''] = its;
    if (its.size > 1 || works.has(work) || title.split(/\s+/).length < 5) return [];
    works.add(work);
    return [title];
  });
}
