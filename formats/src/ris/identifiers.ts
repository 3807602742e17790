/** Numbers by which others know a work: ISSN and ISBN, PubMed's, the database's own. */
import type { Vendor } from '../vendors.js';
import type { Draft } from './draft.js';
import { fieldTags } from './fields.js';
import { slot, slotsOf, sole, type TagValues } from './tag-values.js';

export function addIdentifiers(reference: Draft, values: TagValues, vendor: Vendor | undefined): void {
  const database = values.texts[sole.database] ?? values.texts[sole.provider];
  if (database !== undefined) reference.database = database;
  const accession = accessionOf(values, vendor);
  if (accession !== undefined) reference.accession = accession;
  addSerials(reference, values);
  const pmid = pmidOf(values.texts, vendor, database);
  if (pmid !== undefined) reference.pmid = pmid;
  const pmcid = pmcidOf(values.texts);
  if (pmcid !== undefined) reference.pmcid = pmcid;
  if (pmid === undefined || pmcid === undefined) addFromLinks(reference, values);
}

const serials = slotsOf(fieldTags.serial);
const links = slotsOf(['UR', 'L2', 'L1']);
const notes = slot('N1');

/** AN; on platforms that have their number elsewhere, there. EndNote's and Zotero's ID is no database's. */
function accessionOf(values: TagValues, vendor: Vendor | undefined): string | undefined {
  const own = values.texts[sole.accession];
  if (own !== undefined) return own;
  if (vendor === 'ovid' || vendor === 'psycnet' || vendor === 'lens' || vendor === 'cochrane') {
    return values.texts[sole.ownNumber];
  }
  if (vendor === 'embase') return values.texts[sole.embaseNumber];
  return vendor === 'ebsco' ? accessionInNote(values) : undefined;
}

function accessionInNote(values: TagValues): string | undefined {
  for (const note of values.all(notes)) {
    const number = /^\s*Accession Number:\s*([\w-]{1,40})/.exec(note)?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** SN and BN hold either, as vendors like: "1234-5678 (Print)", "12345678 (ISSN)", "978-0-306-40615-7", two at once. */
function addSerials(reference: Draft, values: TagValues): void {
  for (const tag of serials) {
    if (!values.has(tag)) continue;
    for (const value of values.all(tag)) {
      if (isPlainIssn(value)) reference.issn ??= value;
      else for (const number of value.slice(0, longestSerial).match(serial) ?? []) addSerial(reference, number);
    }
  }
}

function isPlainIssn(value: string): boolean {
  return value.length === 9 && value[4] === '-' && /^\d{4}-\d{3}[\dX]$/.test(value);
}

/** Characters of a value that are looked at. */
const longestSerial = 400;
const serial = /(?<![\dXx-])\d[\d-]{6,15}[\dXx](?![\dXx-])/g;

function addSerial(reference: Draft, number: string): void {
  const bare = number.replaceAll('-', '');
  if (bare.length === 8) reference.issn ??= number.includes('-') ? number : `${bare.slice(0, 4)}-${bare.slice(4)}`;
  else if (bare.length === 10 || (bare.length === 13 && /^97[89]/.test(bare))) reference.isbn ??= number;
}

function pmidOf(
  texts: TagValues['texts'],
  vendor: Vendor | undefined,
  database: string | undefined,
): string | undefined {
  const stated = digitsIn(texts[sole.pmid]) ?? (vendor === 'scopus' ? digitsIn(texts[sole.custom]) : undefined);
  if (stated !== undefined) return stated;
  const number = texts[sole.accession] ?? (vendor === 'ovid' ? texts[sole.ownNumber] : undefined);
  const digits = digitsIn(number);
  return digits !== undefined && isMedline(vendor, database) ? digits : undefined;
}

function isMedline(vendor: Vendor | undefined, database: string | undefined): boolean {
  return vendor === 'pubmed' || (database !== undefined && /\b(?:MEDLINE|PubMed|NLM)\b/i.test(database));
}

function digitsIn(text: string | undefined): string | undefined {
  if (text === undefined || !/^[\dP]/i.test(text)) return undefined;
  return /^(?:PMID:?\s*)?(\d{1,8})(?![\d-])/i.exec(text)?.[1];
}

function pmcidOf(texts: TagValues['texts']): string | undefined {
  const stated = texts[sole.pmcid] ?? texts[sole.custom];
  return stated?.startsWith('PMC') ? /^PMC\d{1,9}$/.exec(stated)?.[0] : undefined;
}

const pubMedLink = /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,8})\b/;
const pmcLink = /(?:ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/(PMC\d{1,9})\b/;

function addFromLinks(reference: Draft, values: TagValues): void {
  for (const tag of links) {
    if (!values.has(tag)) continue;
    for (const link of values.all(tag)) if (link.includes('ncbi.nlm.nih.gov')) addFromLink(reference, link);
  }
}

function addFromLink(reference: Draft, link: string): void {
  const pmid = reference.pmid ?? pubMedLink.exec(link)?.[1];
  if (pmid !== undefined) reference.pmid = pmid;
  const pmcid = reference.pmcid ?? pmcLink.exec(link)?.[1];
  if (pmcid !== undefined) reference.pmcid = pmcid;
}
