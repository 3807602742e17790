import type { Format } from '../contract.js';
import { xmlHead } from '../xml/first-tags.js';
import { recordsOfXml } from '../xml/read-records.js';
import { readArticle } from './article.js';
import { isKnown } from './tags.js';

/** What PubMed and MEDLINE give as XML: articles, books, and citations as the yearly files have them. */
export const pubmedXml: Format = {
  name: 'pubmed-xml',
  label: 'PubMed XML',
  extensions: ['xml'],
  byLines: false,
  recognise,
  read: (chunks) => recordsOfXml(chunks, { names, read: readArticle, isKnown }),
};

const names = [
  ['PubmedArticle', 'PubmedBookArticle'],
  ['MedlineCitation', 'BookDocument'],
] as const;

function recognise(head: Uint8Array): number {
  const xml = xmlHead(head);
  if (xml === undefined) return 0;
  const tells = [...names.flat(), 'PubmedArticleSet', 'PubmedBookArticleSet', 'MedlineCitationSet'];
  if (!tells.some((name) => xml.names.has(name))) return 0;
  return xml.preamble ? 0.7 : 0.98;
}
