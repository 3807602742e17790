/**
 * A second, deliberately plain reading of every format, to check the readers against: what a person would look up in
 * the file. It knows nothing of their rules.
 */
import { alertRecords } from './alert.mjs';
import { bibtexRecords } from './bibtex.mjs';
import { ciwRecords } from './ciw.mjs';
import { crossrefXmlRecords } from './crossref-xml.mjs';
import { csvRecords } from './csv.mjs';
import { decoded } from './decoded.mjs';
import { endnoteXmlRecords } from './endnote-xml.mjs';
import { enwRecords } from './enw.mjs';
import { cslJsonRecords, openalexRecords } from './json.mjs';
import { nbibRecords } from './nbib.mjs';
import { ovidRecords } from './ovid.mjs';
import { pubmedXmlRecords } from './pubmed-xml.mjs';
import { refworksRecords } from './refworks.mjs';
import { risRecords } from './ris.mjs';

const readings = {
  ris: risRecords,
  nbib: nbibRecords,
  'pubmed-xml': pubmedXmlRecords,
  ciw: ciwRecords,
  ovid: ovidRecords,
  refworks: refworksRecords,
  'endnote-xml': endnoteXmlRecords,
  enw: enwRecords,
  bibtex: bibtexRecords,
  'csl-json': cslJsonRecords,
  csv: csvRecords,
  'crossref-xml': crossrefXmlRecords,
  'openalex-json': openalexRecords,
  alert: alertRecords,
};

/** Title, abstract and DOI of every record; `undefined` for what nobody reads by eye (a workbook). */
export function plainRecords(format, bytes) {
  return Object.hasOwn(readings, format) ? readings[format](decoded(bytes)) : undefined;
}
