export { compareSparse } from './compare-sparse.js';
export { sparseKeys } from './keys.js';
