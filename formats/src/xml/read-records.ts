import type { Found } from '../contract.js';
import { charactersOf } from './characters.js';
import type { XmlElement } from './element.js';
import { FoundRecords, type ReadReference } from './found-records.js';
import { type RecordElements, type Split, XmlSplitter } from './splitter.js';
import { treeOf } from './tree.js';

/** A format in XML. */
export interface XmlRecords extends RecordElements {
  /** The references of one record element: usually one, none where it holds nothing that could be read. */
  read(root: XmlElement, raw: string): readonly ReadReference[];
  /** By its path, without attributes. */
  isKnown(tag: string): boolean;
}

/** The records of an XML file, each parsed by itself: what is wrong with one of them stays with it. */
export async function* recordsOfXml(chunks: AsyncIterable<Uint8Array>, format: XmlRecords): AsyncGenerator<Found> {
  const splitter = new XmlSplitter(format);
  const found = new FoundRecords((tag) => format.isKnown(tag), withoutAttribute);
  for await (const { text, western } of charactersOf(chunks)) {
    found.noteWestern(western);
    for (const split of splitter.push(text)) yield* foundIn(split, format, found);
  }
  for (const split of splitter.end()) yield* foundIn(split, format, found);
  yield* found.end();
}

function foundIn(split: Split, format: XmlRecords, found: FoundRecords): Iterable<Found> {
  if (split.kind === 'text') return found.outside(split.text, split.lines);
  const tree = treeOf(split);
  return found.in(split, tree.root === undefined ? [] : format.read(tree.root, split.raw), tree);
}

function withoutAttribute(tag: string): string {
  const mark = tag.indexOf('@');
  return mark < 0 ? tag : tag.slice(0, mark);
}
