/** What a sentence may be given. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

/** A sentence with places for values in braces: "{id} is not in this review." */
export type Sentence = string;

/** Puts the values into a sentence. A value that is missing leaves its name, so that nothing is silently dropped. */
export function fill(sentence: Sentence, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) return name;
    if (typeof value === 'number') return value.toLocaleString('en-GB');
    return typeof value === 'string' ? value : listed(value);
  });
}

/** "a, b and c"; after twelve, how many more. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, 12);
  const rest = items.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}

/** "1 report", "3 reports". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
