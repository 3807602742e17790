/** What JSON says, asked for by name. Everything that is not what was asked for is absent. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True where lists and objects stand in each other more than so many times. Level by level: the stack does not grow. */
export function isDeeperThan(value: JsonObject, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** The value at a path of keys ("primary_location/source"). */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('/')) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here;
}

/** A text or a number as text; the first that is not empty where there is a list of them. */
export function textAt(value: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = valueAt(value, path);
    const texts = (Array.isArray(found) ? found : [found]).map(asText);
    const text = texts.find((each) => each !== undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** Text or number; undefined for anything else and where nothing shows. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
