/** CSL's variables (its schema, 1.0.2), what Zotero and Mendeley add to them, and what Crossref's REST service says of a work. */
const known = new Set(
  (
    'id type citation-key categories language journalAbbreviation shortTitle author chair collection-editor compiler ' +
    'composer container-author contributor curator director editor editorial-director executive-producer guest host ' +
    'illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author ' +
    'script-writer series-creator translator accessed available-date event-date issued original-date submitted abstract ' +
    'annote archive archive_collection archive_location archive-place authority call-number chapter-number ' +
    'citation-number citation-label collection-number collection-title container-title container-title-short dimensions ' +
    'division DOI edition event event-title event-place first-reference-note-number genre ISBN ISSN issue jurisdiction ' +
    'keyword locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place ' +
    'original-title page page-first page-last part part-title PMCID PMID printing publisher publisher-place references ' +
    'reviewed-genre reviewed-title scale section source status supplement title title-short URL version volume ' +
    'volume-title volume-title-short year-suffix custom system_id ' +
    'indexed reference-count references-count content-domain short-container-title created published-online ' +
    'published-print published published-other posted accepted approved prefix member original-title link deposited ' +
    'score resource subtitle subject alternative-id relation is-referenced-by-count license update-policy assertion ' +
    'article-number journal-issue issn-type isbn-type funder reference group-title institution update-to updated-by ' +
    'archive clinical-trial-number degree aliases review standards-body publisher-location subtype free-to-read ' +
    'content-created content-updated edition-number part-number project award award-start proceedings-subject'
  ).split(' '),
);

/** By the variable: what is inside a name or a date needs no rule of its own. */
export function isKnown(tag: string): boolean {
  return known.has(tag.split('/')[0] ?? '');
}
