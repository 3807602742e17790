import { standing } from '../thing.js';
import type { GatherWorld, Source } from './gather.js';
import type { Import } from './imported.js';

/** A source whose platform said another number of records than its files brought. */
export interface SaidUnlikeRead {
  readonly source: Source;
  readonly said: number;
  readonly read: number;
}

/**
 * Compares what each platform said with what its files brought. A search may come in several files, which count
 * together. One that was run again counts for itself: the number may have been said of either run.
 */
export function saidUnlikeRead({ gather }: GatherWorld): SaidUnlikeRead[] {
  const imports = standing(gather.imports);
  return standing(gather.sources).flatMap((source) => {
    const { said } = source;
    const runs = runsOf(imports.filter((each) => each.source === source.id));
    const [first] = runs;
    return said === undefined || first === undefined || runs.includes(said) ? [] : [{ source, said, read: first }];
  });
}

/** How many records each run brought, what was known among them; the first is the search as it was first run. */
function runsOf(imports: readonly Import[]): number[] {
  const first = imports.filter(({ known }) => known === undefined);
  const again = imports.filter(({ known }) => known !== undefined);
  const whole = first.length === 0 ? [] : [first.reduce((sum, each) => sum + each.read, 0)];
  return [...whole, ...again.map(({ read, known = 0 }) => read + known)];
}
