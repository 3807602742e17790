import { firstDoi } from '../doi.js';
import { childrenOf, elementAt, elementsAt, inOneLine, lineOf, type XmlElement } from '../xml/element.js';
import { yearIn } from '../xml/draft.js';

/** "Family, Given, Jr", or a group's name. A name that NLM marked as no longer valid is not one. */
export function namesIn(list: XmlElement | undefined): string[] {
  return childrenOf(list, 'Author')
    .filter(({ attributes }) => attributes.ValidYN !== 'N')
    .map(nameOf)
    .filter((name) => name !== undefined);
}

function nameOf(author: XmlElement): string | undefined {
  const text = (name: string) => lineOf(elementAt(author, name));
  const given = text('ForeName') ?? joined([text('FirstName'), text('MiddleName')], ' ') ?? text('Initials');
  return joined([text('LastName'), given, text('Suffix')], ', ') ?? text('CollectiveName') ?? text('IndividualName');
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const all = parts.filter((part) => part !== undefined);
  return all.length === 0 ? undefined : all.join(by);
}

/** The parts of a structured abstract, each behind its heading, a line each. */
export function abstractIn(abstract: XmlElement | undefined): string | undefined {
  const parts = childrenOf(abstract, 'AbstractText')
    .map(partOf)
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n');
}

function partOf(part: XmlElement): string | undefined {
  const text = lineOf(part);
  const heading = inOneLine(part.attributes.Label ?? '');
  if (text === undefined || heading === undefined || heading === 'UNLABELLED') return text;
  return text.toLowerCase().startsWith(`${heading.toLowerCase()}:`) ? text : `${heading}: ${text}`;
}

/** "2010", "2010 Sep-Oct", or the year of another date of the same sort. */
export function yearOf(date: XmlElement | undefined): number | undefined {
  return yearIn(lineOf(elementAt(date, 'Year'))) ?? yearIn(lineOf(elementAt(date, 'MedlineDate')));
}

/** The values of one sort in a list of numbers. NLM marks numbers that are wrong. */
export function numbersIn(elements: readonly XmlElement[], attribute: 'IdType' | 'EIdType', sort: string): string[] {
  return elements
    .filter(({ attributes }) => attributes[attribute] === sort && attributes.ValidYN !== 'N')
    .map((each) => lineOf(each))
    .filter((number) => number !== undefined);
}

export function doiIn(locations: readonly XmlElement[], numbers: readonly XmlElement[]): string | undefined {
  const given = [...numbersIn(locations, 'EIdType', 'doi'), ...numbersIn(numbers, 'IdType', 'doi')];
  return given.map((each) => firstDoi(each)).find((doi) => doi !== undefined);
}

export function pmidOf(citation: XmlElement | undefined, numbers: readonly XmlElement[]): string | undefined {
  const [own] = elementsAt(citation, 'PMID').map((each) => lineOf(each));
  const given = own ?? numbersIn(numbers, 'IdType', 'pubmed')[0];
  return given !== undefined && /^\d+$/.test(given) ? given : undefined;
}

export function pmcidOf(numbers: readonly XmlElement[]): string | undefined {
  const [given] = numbersIn(numbers, 'IdType', 'pmc');
  const digits = /\d{1,9}/.exec(given ?? '')?.[0];
  return digits === undefined ? undefined : `PMC${digits}`;
}

/** Headings as MEDLINE writes them ("Communication/methods"), then what authors and others gave. */
export function keywordsIn(citation: XmlElement | undefined): string[] {
  const headings = elementsAt(citation, 'MeshHeadingList/MeshHeading').map((heading) =>
    joined(childrenOf(heading, 'DescriptorName', 'QualifierName').map(lineOf), '/'),
  );
  const words = elementsAt(citation, 'KeywordList/Keyword').map(lineOf);
  return [...headings, ...words].filter((word) => word !== undefined);
}
