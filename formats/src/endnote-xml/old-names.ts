import { isElement, type XmlElement } from '../xml/element.js';

/** Where the elements of EndNote 7 and earlier ("SECONDARY_TITLE", straight under the record) stand today. */
const places: Readonly<Record<string, string>> = {
  REFERENCE_TYPE: 'ref-type',
  REFNUM: 'rec-number',
  AUTHORS: 'contributors/authors',
  SECONDARY_AUTHORS: 'contributors/secondary-authors',
  TERTIARY_AUTHORS: 'contributors/tertiary-authors',
  SUBSIDIARY_AUTHORS: 'contributors/subsidiary-authors',
  TITLE: 'titles/title',
  SECONDARY_TITLE: 'titles/secondary-title',
  TERTIARY_TITLE: 'titles/tertiary-title',
  SHORT_TITLE: 'titles/short-title',
  ALTERNATE_TITLE: 'titles/alt-title',
  YEAR: 'dates/year',
  DATE: 'dates/pub-dates/date',
  PLACE_PUBLISHED: 'pub-location',
  URL: 'urls/related-urls/url',
  ACCESSION_NUMBER: 'accession-num',
  CALL_NUMBER: 'call-num',
  NUMBER_OF_VOLUMES: 'num-vols',
  TYPE_OF_WORK: 'work-type',
  AUTHOR_ADDRESS: 'auth-address',
  ELECTRONIC_RESOURCE_NUMBER: 'electronic-resource-num',
};

/** A record of an old EndNote as a new one would write it. */
export function withNamesOfToday(record: XmlElement): XmlElement {
  const children = record.children.map((child) => (isElement(child) ? placed(child) : child));
  return { name: 'record', attributes: record.attributes, children };
}

function placed(element: XmlElement): XmlElement {
  const names = (places[element.name] ?? today(element.name)).split('/');
  const children = element.children.map((child) => (isElement(child) ? { ...child, name: inside(child.name) } : child));
  return names.reduceRight<XmlElement>(
    (inside, name, index) =>
      index === names.length - 1
        ? { name, attributes: element.attributes, children }
        : { name, attributes: {}, children: [inside] },
    element,
  );
}

/** Each list of names had its own name for a name. */
function inside(name: string): string {
  return name.endsWith('AUTHOR') ? 'author' : today(name);
}

function today(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
