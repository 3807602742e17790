import { firstDoi } from '../doi.js';
import { decoded, linkOf } from './links.js';

export interface Identifiers {
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
}

/** What publishers put behind the DOI in an address: the view of the article, or the kind of file. */
const view =
  /(?:\/(?:full|abstract|abs|pdf|epdf|pdfdirect|fulltext|html|summary|meta|citations|references|download|xml)|\.(?:full|abstract|pdf|html?|xml|short|long|full-text))+$/i;

/** The identifiers that an article's own address names; none is made up from anything else. */
export function identifiersOf(address: string): Identifiers {
  const link = linkOf(address);
  if (link === undefined) return {};
  const doi = doiOf(decoded(link.path)) ?? link.parameters.map(([, value]) => doiOf(decoded(value))).find(Boolean);
  const pmid = pubmedNumber(link.host, link.path);
  const pmcid = /\/articles\/(PMC\d{3,9})\b/i.exec(link.path)?.[1]?.toUpperCase();
  return { ...(doi && { doi }), ...(pmid && { pmid }), ...(pmcid && { pmcid }) };
}

function doiOf(text: string): string | undefined {
  const from = /(?<![\d.])10\.\d{4,9}\//.exec(text);
  const found = from === null ? undefined : firstDoi(text.slice(from.index));
  if (found === undefined) return undefined;
  const bare = found.replace(view, '');
  // Preprint servers of Cold Spring Harbor put the version behind the DOI.
  return bare.startsWith('10.1101/') ? bare.replace(/v\d{1,2}$/, '') : bare;
}

function pubmedNumber(host: string, path: string): string | undefined {
  if (host === 'pubmed.ncbi.nlm.nih.gov') return /^\/(\d{1,9})(?:\/|$)/.exec(path)?.[1];
  if (host === 'europepmc.org') return /^\/(?:article|abstract)\/med\/(\d{1,9})/i.exec(path)?.[1];
  return /(?:^|\.)ncbi\.nlm\.nih\.gov$/.test(host) ? /^\/(?:m\/)?pubmed\/(\d{1,9})/.exec(path)?.[1] : undefined;
}
