/**
 * The shape of the house: which folder may import which. The one place where this is written;
 * every folder's tsconfig.json and package.json must say the same, and a test compares them.
 */
export const arrows: Record<string, readonly string[]> = {
  core: [],
  words: ['core'],
  formats: ['core'],
  matching: [],
  figures: ['core'],
  documents: ['core', 'words', 'figures'],
  storage: ['core'],
  wire: ['core'],
  server: ['core', 'words', 'formats', 'matching', 'figures', 'documents', 'storage', 'wire'],
  evidence: ['core', 'words'],
  reader: ['core', 'words', 'evidence'],
  web: ['core', 'words', 'figures', 'evidence', 'wire'],
  cli: ['core', 'words', 'formats', 'figures', 'documents', 'storage', 'server', 'examples'],
  examples: ['core'],
  bench: ['core', 'formats', 'matching', 'storage', 'server', 'wire'],
};

/** Files directly in core/src that stand over all rooms and may import any. Every other file there is floor. */
export const roof: readonly string[] = [
  'index.ts',
  'review.ts',
  'journey.ts',
  'evidence.ts',
  'clearance.ts',
  'see.ts',
  'decide-for.ts',
  'hand-over.ts',
  'findings.ts',
  'stored.ts',
];

/** Names that say nothing about what a place holds. */
export const emptyNames: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager'];
