export * from './compare.js';
export * from './pairs.js';
