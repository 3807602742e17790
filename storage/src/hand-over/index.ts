// Reading that is done elsewhere, by file: a share goes out, and what was done in it comes back.
export * from './hand-over.js';
export * from './share-file.js';
export * from './share-problem.js';
export * from './take-back.js';
