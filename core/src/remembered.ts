/**
 * Keeps what was derived from some parts of a review for as long as those parts are the same objects. Rooms are never
 * changed in place, so the same room is the same content, and a derived value can be asked for as often as it is needed.
 */
export function remembered<World, T>(
  partsOf: (world: World) => readonly [object, ...object[]],
  derive: (world: World) => T,
): (world: World) => T {
  const known = new WeakMap<object, { readonly rest: readonly object[]; readonly value: T }>();
  return (world) => {
    const [first, ...rest] = partsOf(world);
    const kept = known.get(first);
    if (kept?.rest.every((part, at) => part === rest[at])) return kept.value;
    const value = derive(world);
    known.set(first, { rest, value });
    return value;
  };
}
