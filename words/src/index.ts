// The catalogue. Core, formats and storage refuse with a code and values; here a code becomes a sentence.
export * from './sentence.js';
export * from './refusals.js';
export * from './findings.js';
export * from './problems.js';
export * from './accounts.js';
export * from './events.js';
export * from './mail.js';
export * from './readings.js';
export * from './brought-votes.js';
export * from './things.js';
export * from './pages.js';
export * from './commands.js';
export * from './documents.js';
export * from './shares.js';
export * from './serving.js';
