import type { Refusal } from './change.js';
import { type Asked, type Thing, missingRef, shelfOf } from './kind.js';
import { type Fields, type Held, type Write, stands } from './thing.js';

/**
 * What an undo would put back has to be allowed today, as if it were done now (L15): what it rests on stands, nothing
 * has taken its place, and what it takes away may go. `after` is the world with the whole of the undo done.
 */
export function notAllowedToday(
  world: unknown,
  after: unknown,
  writes: readonly Write[],
  specOf: (on: Write['on']) => Thing<never> | undefined,
  asked: Asked,
): Refusal | undefined {
  for (const write of writes) {
    const spec = specOf(write.on);
    if (spec === undefined || write.do === 'rows' || write.do === 'make') continue;
    const no =
      write.do === 'remove'
        ? spec.checkRemoved?.(world as never, write.id)
        : mayStand(after, spec, shelfOf(after, write.on).get(write.id), asked);
    if (no !== undefined) return no;
  }
  return undefined;
}

function mayStand(
  after: unknown,
  spec: Thing<never>,
  held: Held<object> | undefined,
  asked: Asked,
): Refusal | undefined {
  if (held === undefined || !stands(held)) return undefined;
  const { id, trail, ...fields } = held as Held<Fields>;
  const maker = { ...asked, by: trail.made.by };
  return missingRef(spec, after as never, fields) ?? spec.check?.(after as never, fields as never, maker, id);
}
