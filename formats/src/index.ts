/** Outside files to core values and back. */
export * from './contract.js';
export { isArchive } from './archive/kind.js';
export { type NotUnpacked, type Unpacking, unpack } from './archive/unpack.js';
export type { FoundDecision } from './decided/decision.js';
export { FormatProblem, type FormatProblemCode } from './problem.js';
export { formats, headLength, isFormat, recogniseFormat } from './recognise.js';
export { referenceList } from './reference-list/format.js';
export { type ReadReport, summarise } from './report.js';
export { ris } from './ris/format.js';
export { type Vendor, vendors } from './vendors.js';
