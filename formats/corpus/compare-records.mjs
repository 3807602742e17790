import { bareDoi, letters } from './plain/letters.mjs';

/** What is compared of every record. */
export const keptFields = ['title', 'abstract', 'doi'];

/** LaTeX may be shown or decoded. */
const options = (format) => ({ latex: format === 'bibtex' });

/**
 * Each field that `wanted` has, record by record: whether `records` keep it. A title and a DOI are to be the same in
 * letters and digits; an abstract keeps its first and last 100.
 */
export function comparedFields(format, wanted, records) {
  const partners = partnersOf(format, wanted, records);
  return wanted.flatMap((one, index) =>
    keptFields
      .filter((field) => plainOf(format, field, one[field]).some(Boolean))
      .map((field) => ({
        ...{ record: index + 1, field, from: partners[index]?.from, links: one.links ?? '' },
        kept: keeps(format, field, one[field], partners[index]?.[field]),
      })),
  );
}

/**
 * Which record answers to which: by place where there are as many, else in order by what they say; `undefined` for one
 * that is not there.
 */
function partnersOf(format, wanted, records) {
  if (wanted.length === records.length) return records;
  const names = records.map((record) => nameOf(format, record));
  let at = 0;
  return wanted.map((one) => {
    const found = names.indexOf(nameOf(format, one), at);
    if (found < 0) return undefined;
    at = found + 1;
    return records[found];
  });
}

function nameOf(format, record) {
  return keptFields.map((field) => plainOf(format, field, record[field])[0]).find(Boolean) ?? '';
}

function keeps(format, field, wanted, value) {
  const [ours = ''] = plainOf(format, field, value);
  return plainOf(format, field, wanted)
    .filter(Boolean)
    .some((each) => (field === 'abstract' ? holdsEnds(ours, each) : ours === each));
}

function holdsEnds(ours, wanted) {
  return ours.includes(wanted.slice(0, 100)) && ours.includes(wanted.slice(-100));
}

/** A value, or each of those of which any is right, as letters and digits. */
function plainOf(format, field, value) {
  const all = Array.isArray(value) ? value : [value];
  return all.map((each) => {
    if (typeof each !== 'string') return '';
    return field === 'doi' ? (bareDoi(each) ?? '') : letters(each, options(format));
  });
}

/** What another program's tests expect, in our names of the fields. What it says where a title is absent is no title. */
export function wantedItems(items) {
  return items.map(({ title, abstractNote, DOI }) => ({
    ...{ title: title === '[No title found]' ? undefined : title, abstract: abstractNote, doi: DOI },
  }));
}
