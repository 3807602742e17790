/**
 * Which vendors' hands may show in a file, from the name that the table gives its database. A name may speak of two: a
 * database on a platform, or a program that the export went through; either is right.
 */
const hands = [
  [/ovid/i, 'ovid'],
  [/ebsco|cinahl|econlit/i, 'ebsco'],
  [/proquest|abi.?inform/i, 'proquest'],
  [/web.of.science|\bwos\b|zoological record/i, 'web-of-science'],
  [/scopus/i, 'scopus'],
  [/embase\.com/i, 'embase'],
  [/psyc ?(info|net|articles)/i, 'psycnet'],
  [/psyc ?(info|articles)|^medline$/i, 'ovid', 'ebsco', 'proquest'],
  [/cochrane|central/i, 'cochrane'],
  [/pubmed|^medline$/i, 'pubmed'],
  [/\beric\b/i, 'eric'],
  [/ieee/i, 'ieee'],
  [/\bacm\b/i, 'acm'],
  [/scholar/i, 'google-scholar'],
  [/dimensions/i, 'dimensions'],
  [/\blens\b/i, 'lens'],
  [/openalex/i, 'openalex'],
  [/crossref/i, 'crossref'],
  [/europe.?pmc/i, 'europe-pmc'],
  [/dblp/i, 'dblp'],
  [/\bcab\b/i, 'cab'],
  [/agris/i, 'agris'],
  [/\btrid\b/i, 'trid'],
  [/jstor/i, 'jstor'],
  [/taylor.*francis/i, 'taylor-francis'],
  [/springer/i, 'springer'],
  [/science.?direct|elsevier/i, 'sciencedirect'],
  [/wiley/i, 'wiley'],
  [/\bsage\b/i, 'sage'],
  [/primo/i, 'primo'],
  [/\bais\b/i, 'ais'],
  [/zotero/i, 'zotero'],
  [/endnote/i, 'endnote'],
  [/mendeley/i, 'mendeley'],
  [/jabref/i, 'jabref'],
  [/citavi/i, 'citavi'],
  [/refworks/i, 'refworks'],
  [/rayyan/i, 'rayyan'],
  [/covidence/i, 'covidence'],
  [/asreview/i, 'asreview'],
  [/eppi/i, 'eppi'],
];

/** Names that say that the file is of many hands, of none, or of somebody's tests. */
const nobodys = /mixed|edge|unknown|generic|test/i;

/** The vendors of which one is to be recognised; empty where nothing is asked. */
export function vendorsOf(database) {
  if (nobodys.test(database)) return [];
  return hands.filter(([name]) => name.test(database)).flatMap(([, ...vendors]) => vendors);
}

/** A database's own address or number: where most records hold it, its hand shows, whatever the table says. */
const marks = {
  ovid: /ovid\.com|ovidsp|ovidweb/i,
  ebsco: /ebscohost\.com|EBSCOhost/i,
  embase: /www\.embase\.com/i,
  proquest: /proquest\.com/i,
  scopus: /scopus\.com/i,
  lens: /lens\.org/i,
  'web-of-science': /\bWOS:\w/,
};

/** True where more than half of these records show this vendor. */
export function showsIn(records, vendor) {
  const mark = marks[vendor];
  return mark !== undefined && records.filter(({ links = '' }) => mark.test(links)).length > records.length / 2;
}

/** The platforms whose exports are known to lose their abstracts elsewhere, by what a record or the table says. */
export const platforms = {
  Ovid: (database, links) => /\bovid\b/i.test(database) || marks.ovid.test(links),
  EBSCO: (database, links) => /ebsco/i.test(database) || marks.ebsco.test(links),
  'Embase.com': (database, links) => /embase\.com/i.test(database) || marks.embase.test(links),
};
