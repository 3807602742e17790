/**
 * The columns that this program writes, for CSV and XLSX alike. A record that came from a table keeps its own columns
 * too, under "Source: …"; those that do not fit into their order go into the last one as "name=value".
 */
export const ownColumns = [
  'Number',
  'Type',
  'Title',
  'Authors',
  'Et al.',
  'Year',
  'Journal',
  'Volume',
  'Issue',
  'Pages',
  'Publisher',
  'Place',
  'DOI',
  'URL',
  'Abstract',
  'Keywords',
  'Language',
  'Editors',
  'ISSN',
  'ISBN',
  'PMID',
  'PMCID',
  'Accession number',
  'Database',
  'Cut short',
  'Decision',
  'Decision stage',
  'Decided by',
  'Reasons',
  'Labels',
  'Notes',
  'Group',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

export const sourcePrefix = 'Source: ';
export const furtherFields = 'Further source fields';

/** The first cell of a row that goes on where the cells of the row above had to stop (XLSX holds 32,767 characters). */
export const continuation = '(continued)';

export function isOwnHeader(names: readonly string[]): boolean {
  return names.includes('Cut short') && names.includes('Decision stage') && names.includes('Title');
}
