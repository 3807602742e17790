export * from './compare.js';
export * from './contract.js';
export * from './matcher.js';
export * from './settle.js';
export * from './text.js';
