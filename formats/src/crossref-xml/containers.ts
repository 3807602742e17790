/** What a record of Crossref is inside: each holds works, or is one. */
export const containers = [
  'journal',
  'book',
  'conference',
  'dissertation',
  'report-paper',
  'standard',
  'sa_component',
  'database',
  'posted_content',
  'peer_review',
  'pending_publication',
] as const;
