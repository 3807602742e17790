import type { Reference } from '@throughline/core';

/** Fields as a reader finds them: absent and undefined are the same. */
export type Fields = { readonly [K in keyof Reference]?: Reference[K] | undefined };

/** A reference of what was found, without what was not. */
export function referenceOf(fields: Fields & Pick<Reference, 'type' | 'authors' | 'keywords' | 'tags'>): Reference {
  const { type, authors, keywords, tags, ...optional } = fields;
  const present = Object.fromEntries(
    Object.entries(optional).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value)),
  );
  return { type, authors, keywords, ...present, tags };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Four digits that stand alone, as every source writes a year. */
export function yearIn(text: string | undefined): number | undefined {
  const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

export function isEtAl(name: string): boolean {
  return name.length <= 12 && /^\W*et\.?,?\s+al\W*$/i.test(name);
}
