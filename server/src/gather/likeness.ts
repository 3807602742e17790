import { type Reference, familyName } from '@throughline/core';

/** A record as it is compared with what the same source gave before. */
export interface Comparable {
  readonly reference: Reference;
  readonly raw: string;
}

/**
 * What two records of one source share where they are the same record, the surest first. A key that says too little is
 * absent: it would make one record of two.
 */
export const likenesses: readonly ((record: Comparable) => string | undefined)[] = [
  ({ reference: { accession } }) => keyOf(accession),
  ({ reference: { pmid } }) => keyOf(pmid),
  ({ raw }) => keyOf(raw),
  ({ reference }) => titled(reference),
  // Last, because the abstracts of one supplement may share one DOI.
  ({ reference: { doi } }) => keyOf(doi),
];

const keyOf = (text: string | undefined): string | undefined => {
  const plain = text?.trim() ?? '';
  return plain === '' ? undefined : plain;
};

/** A title so short ("Editorial") says something only together with its place in print. Letters and digits. */
const shortTitle = 20;

/** Title, year and first author, as far as letters and digits go. */
function titled({ title, year, authors: [first], volume, issue, pages }: Reference): string | undefined {
  const plain = plainly(title ?? '');
  if (plain === '' || (year === undefined && first === undefined)) return undefined;
  const place = plain.length < shortTitle ? [volume, issue, pages] : [];
  if (plain.length < shortTitle && place.every((each) => each === undefined)) return undefined;
  return [plain, year, plainly(familyName(first ?? '')), ...place].join('|');
}

/** Without case, accents and everything that is neither letter nor digit. */
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
