export * from './likeness.js';
export { suggestStudies } from './suggest.js';
