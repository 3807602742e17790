import type { Reference, Tag } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { notesOf } from '../decided/note.js';
import { elementAround, elementsOf, textElement } from '../xml/write.js';
import { typeOf, written } from './reference-types.js';
import { isNotes } from './tags.js';

/**
 * Records as the XML that EndNote reads. A reference that came from such a file goes out as it came, element by element;
 * any other is written from its fields, and reading it again gives the same fields.
 */
export async function* writeEndnoteXml(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>';
  for await (const { reference, ...noted } of records) {
    const { cut } = reference;
    const notes = notesOf({ ...noted, ...(cut === undefined ? {} : { cut }) });
    const own = reference.format === 'endnote-xml' ? elementsOf(withNotes(typed(reference), notes)) : '';
    // A broken record may have nothing but names that are none: its fields, if only the type, are what is left of it.
    const inside = own === '' ? fromFields(reference, notes) : own;
    yield `\n${elementAround('record', inside)}`;
  }
  yield '\n</records></xml>\n';
}

/** A broken file may have shown a record inside a record; written there, it would be one more. */
const isOfOneRecord = ({ tag }: Tag): boolean => !/(?:^|\/)records?(?:[/@]|$)/i.test(tag);

/** The numbers of EndNote 7 mean something else today: beside a name they do not count. */
function typed({ type, tags }: Reference): readonly Tag[] {
  const own = tags.filter(isOfOneRecord);
  const place = own.findIndex(({ tag }) => tag === 'ref-type');
  const named = own.some(({ tag }) => tag === 'ref-type@name');
  if (place < 0 || named || typeOf('', own[place]?.value ?? '', false) === type) return own;
  return own.toSpliced(place, 0, { tag: 'ref-type@name', value: written[type][0] });
}

/** EndNote keeps one text of notes, so ours follow whatever stands there. */
function withNotes(tags: readonly Tag[], notes: readonly string[]): readonly Tag[] {
  if (notes.length === 0) return tags;
  const place = tags.findLastIndex(({ tag }) => isNotes(tag));
  const own = tags[place];
  if (own === undefined) return [...tags, { tag: 'notes', value: notes.join('\r') }];
  return tags.with(place, { tag: own.tag, value: [own.value, ...notes].join('\r') });
}

function fromFields(reference: Reference, notes: readonly string[]): string {
  const [name, number] = written[reference.type];
  const authors = [...reference.authors, ...(reference.etAl ? ['et al.'] : [])];
  const pubmed = reference.pmid !== undefined && reference.accession === undefined;
  const ownNotes = reference.pmid !== undefined && !pubmed ? [`PMID: ${reference.pmid}`, ...notes] : notes;
  return [
    '<source-app name="Throughline">Throughline</source-app>',
    `<ref-type name="${name}">${number}</ref-type>`,
    elementAround(
      'contributors',
      elementAround('authors', ...authors.map((each) => textElement('author', each))),
      elementAround('secondary-authors', ...(reference.editors ?? []).map((each) => textElement('author', each))),
    ),
    elementAround('titles', textElement('title', reference.title), textElement('secondary-title', reference.journal)),
    reference.type === 'article' ? elementAround('periodical', textElement('full-title', reference.journal)) : '',
    textElement('pages', reference.pages),
    textElement('volume', reference.volume),
    textElement('number', reference.issue),
    elementAround('keywords', ...reference.keywords.map((each) => textElement('keyword', each))),
    elementAround('dates', textElement('year', reference.year?.toString())),
    textElement('pub-location', reference.place),
    textElement('publisher', reference.publisher),
    textElement('isbn', joined([reference.issn, reference.isbn])),
    textElement('accession-num', reference.accession ?? reference.pmid),
    // EndNote shows a line break where a carriage return stands.
    textElement('abstract', reference.abstract?.replace(/\r\n|\n/g, '\r')),
    textElement('notes', joined(ownNotes)),
    elementAround('urls', elementAround('related-urls', textElement('url', reference.url))),
    textElement('custom2', reference.pmcid),
    textElement('electronic-resource-num', reference.doi),
    textElement('remote-database-name', reference.database),
    pubmed ? textElement('remote-database-provider', 'NLM') : '',
    textElement('language', reference.language),
  ].join('');
}

/** One text, a line each. */
function joined(lines: readonly (string | undefined)[]): string | undefined {
  const all = lines.filter((line) => line !== undefined);
  return all.length === 0 ? undefined : all.join('\r');
}
