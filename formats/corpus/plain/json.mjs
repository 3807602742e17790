import { bareDoi } from './letters.mjs';

export function cslJsonRecords(text) {
  const read = JSON.parse(text.replace(/^\uFEFF/, ''));
  const items = Array.isArray(read) ? read : (read.items ?? [read]);
  return items.map(({ title, abstract, DOI }) => ({ title, abstract, doi: bareDoi(DOI) }));
}

export function openalexRecords(text) {
  const read = JSON.parse(text.replace(/^\uFEFF/, ''));
  const works = Array.isArray(read) ? read : (read.results ?? [read]);
  return works.map(({ title, display_name, abstract_inverted_index, doi }) => ({
    title: title ?? display_name ?? undefined,
    abstract: inOrder(abstract_inverted_index),
    doi: bareDoi(doi),
  }));
}

/** OpenAlex gives an abstract as its words, each with the places where it stands. */
function inOrder(places) {
  const words = Object.entries(places ?? {}).flatMap(([word, at]) => at.map((place) => ({ word, place })));
  return words
    .sort((left, right) => left.place - right.place)
    .map(({ word }) => word)
    .join(' ');
}
