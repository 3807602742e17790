import { type Import, type Review, type Sha256, type SourceId, standing } from '@throughline/core';
import type { ImportedBefore } from '@throughline/wire';
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
  return found && told(found);
}

/** The first import of these very bytes, whatever source it went into. */
export function importedBefore({ gather }: Review, content: Sha256): ImportedBefore | undefined {
  const found = standing(gather.imports).find(({ file }) => file.content === content);
  return found && { ...told(found), sourceName: gather.sources.get(found.source)?.name ?? '' };
}

const told = ({ id, source, trail, read }: Import) => ({ import: id, source, at: trail.made.at, read });

function isMeant(
  held: { id: SourceId; kind: string; name: string; platform?: string | undefined },
  source: SourceId | NewSource,
): boolean {
  if (typeof source === 'string') return held.id === source;
  return held.kind === source.kind && held.name === source.name.trim() && held.platform === source.platform?.trim();
}
