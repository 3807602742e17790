import type { Refusal } from './change.js';
import { type Asked, type Thing, missingRef, shelfOf } from './kind.js';
import { type Fields, type Held, type Write, setFields } from './thing.js';

/**
 * What an undo would put back has to be allowed today, as if it were done now (L15): what it rests on stands, nothing
 * has taken its place, and what it takes away may go.
 */
export function notAllowedToday(
  world: unknown,
  writes: readonly Write[],
  specOf: (on: Write['on']) => Thing<never> | undefined,
  asked: Asked,
): Refusal | undefined {
  for (const write of writes) {
    const [spec, held] = [specOf(write.on), write.do === 'rows' ? undefined : shelfOf(world, write.on).get(write.id)];
    if (spec === undefined || held === undefined || write.do === 'rows' || write.do === 'make') continue;
    const no =
      write.do === 'remove'
        ? spec.checkRemoved?.(world as never, write.id)
        : mayStand(world, spec, write.do === 'set' ? setFields(held, write.fields, held.trail.made) : held, asked);
    if (no !== undefined) return no;
  }
  return undefined;
}

function mayStand(world: unknown, spec: Thing<never>, held: Held<object>, asked: Asked): Refusal | undefined {
  const { id, trail, ...fields } = held as Held<Fields>;
  const maker = { ...asked, by: trail.made.by };
  return missingRef(spec, world as never, fields) ?? spec.check?.(world as never, fields as never, maker, id);
}
