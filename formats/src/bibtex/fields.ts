/**
 * Which fields of an entry fill which field of a reference, first come first served, by their names in small letters.
 * From the manuals of BibTeX and BibLaTeX; behind them what programs write instead: Mendeley (city, issue), Web of Science
 * (article-number, unique-id, eissn), Scopus (art_number, source), ACM (articleno, issue_date), MathSciNet (fjournal),
 * and the tags of Web of Science that bibliometric packages keep (di, sn, ut, la).
 */
export const fieldNames = {
  title: ['title', 'ti', 'maintitle'],
  abstract: ['abstract', 'ab', 'abstractnote', 'summary'],
  journal: ['fjournal', 'journal', 'journaltitle', 'booktitle', 'journal-full', 'publication', 'venue', 'series'],
  date: ['year', 'date', 'py', 'issue_date', 'publication_date', 'pubdate', 'eventdate', 'earlyaccessdate'],
  volume: ['volume', 'vl'],
  issue: ['number', 'issue'],
  pages: ['pages', 'page', 'article-number', 'articleno', 'art_number', 'article_number', 'elocation-id', 'eid'],
  publisher: ['publisher', 'school', 'institution', 'organization', 'university'],
  place: ['address', 'location', 'city', 'place'],
  language: ['language', 'langid', 'la'],
  issn: ['issn', 'eissn', 'sn', 'issn1'],
  isbn: ['isbn', 'eisbn', 'isbn13'],
  doi: ['doi', 'di'],
  url: ['url', 'link', 'ee', 'howpublished'],
  keywords: ['keywords', 'keyword', 'author_keywords', 'author-keywords', 'de'],
  accession: ['accession', 'unique-id', 'accession-number', 'accession_number', 'accessionnumber', 'an', 'ut'],
  database: ['database', 'db'],
  notes: ['note', 'notes', 'annote', 'annotation', 'comment', 'comments', 'throughline'],
} as const;

/** Fields that say things which no field of a reference holds. Their values are kept as tags, and nobody is told. */
const others = `author editor keywords-plus pmid pmcid pmc eprint eprinttype archiveprefix archive primaryclass eprintclass
  month day edition type series series-volume chapter subtitle titleaddon shorttitle booksubtitle booktitleaddon
  mainsubtitle maintitleaddon issuetitle issuesubtitle journalsubtitle shortjournal journaliso journal-iso shortauthor
  shorteditor origdate origtitle origpublisher origlanguage origlocation eventtitle eventtitleaddon eventdate eventvenue
  urldate accessed translator annotator commentator introduction foreword afterword bookauthor editora editorb editorc
  editortype editoratype editorbtype editorctype holder version pubstate addendum pagetotal numpages pagination
  bookpagination part volumes library lccn mrnumber mrclass mrreviewer zmnumber zbl jfm crossref xref xdata related
  relatedtype relatedstring relatedoptions entryset entrysubtype execute options ids sortkey sortname sorttitle sortyear
  sortshorthand presort label shorthand shorthandintro gender hyphenation key keyid indextitle indexsorttitle nameaddon
  authortype annotation file pdf url2 doi2 note copyright rights license timestamp creationdate modificationdate owner
  groups groupsearch priority qualityassured ranking readstatus relevance printed mendeley-groups mendeley-tags
  mendeley-tag priority local-url bdsk-url-1 bdsk-url-2 bdsk-file-1 date-added date-modified rating read arxivid
  biburl bibsource bibcode adsurl adsnote acmid issue_date affiliation affiliations author_homepage research-areas
  web-of-science-categories web-of-science-index researcherid-numbers orcid-numbers author-email correspondence_address
  correspondence_address1 cited-references number-of-cited-references times-cited usage-count-last-180-days
  usage-count-since-2013 journal-iso doc-delivery-number funding-acknowledgement funding-text funding_text
  funding_details funding-text-1 oa highly-cited hot da earlyaccessdate book-author book-group-author group-author
  editor-group organization abbrev_source_title document_type coden pubmed_id source publication_stage index_keywords
  author_keywords isbn-issn references cited_by molecular_seqnumbers chemicals_cas tradenames manufacturers sponsors
  conference conference-title conference-date conference-location meeting throughline-cut urn uri hal_id hal_version
  collaboration reportnumber slaccitation numberofvolumes shortbooktitle abbreviated-journal abbrjournal lastchecked
  citation-key internal-note name-of-reviewer subject subjects price size contents howpublished
  mesh mesh-terms pages-count refid ga j9 ji rp pi pa nr tc z9 pg wc sc em c1 af fu fx se ho cy ct cl sp jt bn be
  posted-at day-added   __markedentry`;

/** Every name that some rule knows. */
const knownFields: ReadonlySet<string> = new Set([...others.split(/\s+/), ...Object.values(fieldNames).flat()]);

/** A name is known whatever BibLaTeX adds about its parts ("author+an:role"), or a program about its origin. */
export function isKnownField(name: string): boolean {
  return (
    knownFields.has(name) || /^(?:.+\+an(?::.+)?|bdsk-.+|jabref-.+|colrev[._].+|citeulike-.+|hal_.+|opt.+)$/.test(name)
  );
}
