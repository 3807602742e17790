import { type Review, type Sha256, type SourceId, standing } from '@throughline/core';
import type { NewSource } from './new-source.js';

/**
 * The import that already brought these very bytes into this source. A new source that has the kind, name and platform
 * of one that is there means that one: a person who uploads twice types twice.
 */
export function sameImport(
  { gather }: Review,
  source: SourceId | NewSource,
  content: Sha256,
): { import: string; source: string; at: string; read: number } | undefined {
  const meant = new Set(
    standing(gather.sources)
      .filter((each) => isMeant(each, source))
      .map(({ id }) => id),
  );
  const found = standing(gather.imports).find((each) => each.file.content === content && meant.has(each.source));
  return found && { import: found.id, source: found.source, at: found.trail.made.at, read: found.read };
}

function isMeant(
  held: { id: SourceId; kind: string; name: string; platform?: string | undefined },
  source: SourceId | NewSource,
): boolean {
  if (typeof source === 'string') return held.id === source;
  return held.kind === source.kind && held.name === source.name.trim() && held.platform === source.platform?.trim();
}
