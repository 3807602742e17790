import type { TagRules } from '../xml/tags.js';

/** Crossref's face mark-up, that of abstracts (JATS), and formulas. */
export const rules: TagRules = {
  inline: new Set(
    (
      'i b u em strong ovl sub sup scp tt font italic bold underline sc styled-content monospace xref ext-link ' +
      'inline-formula tex-math math'
    ).split(' '),
  ),
};

/** The elements of Crossref's schemas (deposits 5.x, UNIXSD, query results 2.0 and 3.0) that say something of a work. */
const elements = new Set(
  (
    'query doi_record crossref error crm-item doi issn isbn journal_title article_title volume_title series_title ' +
    'contributors contributor volume issue first_page last_page year publication_type edition_number part_number msg ' +
    'journal journal_metadata journal_issue journal_article full_title abbrev_title coden journal_volume ' +
    'book book_metadata book_series_metadata book_set_metadata series_metadata set_metadata content_item ' +
    'conference event_metadata conference_name conference_theme conference_acronym conference_sponsor ' +
    'conference_number conference_location conference_date proceedings_metadata proceedings_series_metadata ' +
    'proceedings_title proceedings_subject conference_paper dissertation approval_date degree report-paper ' +
    'report-paper_metadata report-paper_series_metadata contract_number standard standard_metadata ' +
    'standard_series_metadata standards_body standards_body_name standards_body_acronym designators ' +
    'std_as_published std_family std_set std_undated_designator std_alt_as_published std_supersedes std_adopted_from ' +
    'std_revision_of approved_date sa_component component_list component database database_metadata database_date ' +
    'dataset creation_date update_date format description posted_content group_title posted_date acceptance_date ' +
    'accepted_date peer_review review_date running_number competing_interest_statement pending_publication ' +
    'publication intent_statement person_name given_name surname suffix affiliation affiliations alt-name string-name ' +
    'name-style ORCID organization anonymous institution institution_name institution_acronym institution_place ' +
    'institution_department institution_id titles title subtitle original_language_title abstract p sec list ' +
    'list-item disp-formula graphic publication_date month day year season pages other_pages publisher ' +
    'publisher_name publisher_place publisher_item item_number identifier doi_data timestamp resource collection item ' +
    'property archive_locations archive citation_list citation journal_title author cYear unstructured_citation ' +
    'elocation_id volume_title series_title program assertion license_ref fundref related_item inter_work_relation ' +
    'intra_work_relation crossmark crossmark_policy crossmark_version crossmark_domains crossmark_domain domain ' +
    'filter crossmark_domain_exclusive custom_metadata updates update language noisbn component_number ' +
    'free_to_read ai-program version_info version version_number scn_policies scn_policy_set scn_policy_ref ' +
    'special_numbering std_designator'
  ).split(' '),
);

export function isKnown(tag: string): boolean {
  return tag.split('/').every((name) => elements.has(name) || rules.inline.has(name));
}
