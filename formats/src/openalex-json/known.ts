/** What OpenAlex says of a work, now and in earlier years of its service. */
const known = new Set(
  (
    'id doi title display_name relevance_score publication_year publication_date ids language primary_location type ' +
    'type_crossref indexed_in open_access authorships authorships_count institution_assertions countries_distinct_count ' +
    'institutions_distinct_count corresponding_author_ids corresponding_institution_ids apc_list apc_paid fwci ' +
    'has_fulltext has_content content_url content_urls fulltext_origin fulltext cited_by_count cited_by_percentile_year ' +
    'citation_normalized_percentile biblio is_retracted is_paratext is_xpac is_authors_truncated primary_topic topics ' +
    'keywords concepts mesh locations_count locations best_oa_location sustainable_development_goals grants awards ' +
    'funders datasets versions referenced_works_count referenced_works related_works ngrams_url ' +
    'abstract_inverted_index abstract_inverted_index_v3 cited_by_api_url counts_by_year updated_date created_date ' +
    'host_venue alternate_host_venues abstract source_id summary_stats'
  ).split(' '),
);

export function isKnown(tag: string): boolean {
  return known.has(tag.split('/')[0] ?? '');
}
