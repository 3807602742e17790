import type { Reference, Tag } from '@throughline/core';
import { decisionsInNotes } from '../decided/notes.js';
import { elementAt, elementsAt, lineOf, type XmlElement } from '../xml/element.js';
import type { ReadReference } from '../xml/found-records.js';
import { tagsOf } from '../xml/tags.js';
import { bookFields } from './book.js';
import { journalFields } from './journal-article.js';
import { rules } from './tags.js';

/** One article or book of PubMed; none where it says nothing. */
export function readArticle(root: XmlElement): readonly ReadReference[] {
  const article = wrapped(root);
  const tags = tagsOf(article, rules);
  if (!tags.some(({ tag, value }) => !tag.includes('@') && value.trim() !== '')) return [];
  const { decided, group } = decisionsInNotes(notesOf(article));
  return [
    {
      reference: fieldsOf(article, tags),
      vendor: 'pubmed',
      ...(decided.length === 0 ? {} : { decided }),
      ...(group === undefined ? {} : { group }),
    },
  ];
}

/** The yearly files have citations without the element around them. */
function wrapped(root: XmlElement): XmlElement {
  if (root.name.startsWith('Pubmed')) return root;
  const name = root.name === 'BookDocument' ? 'PubmedBookArticle' : 'PubmedArticle';
  return { name, attributes: {}, children: [root] };
}

function fieldsOf(article: XmlElement, tags: readonly Tag[]): Reference {
  const book = elementAt(article, 'BookDocument');
  return book === undefined ? journalFields(article, tags) : bookFields(article, book, tags);
}

function notesOf(article: XmlElement): string[] {
  return elementsAt(article, 'MedlineCitation/GeneralNote').map((note) => lineOf(note) ?? '');
}
