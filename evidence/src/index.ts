// The evidence pane: select anything, and see where it comes from and what rests on it.
export { CountPair } from './CountPair.js';
export { EvidencePane } from './EvidencePane.js';
export { GradeMark } from './GradeMark.js';
export { Inferred } from './Inferred.js';
export { InTheirWords } from './InTheirWords.js';
export { type RecordText, sayLines, type TextOf } from './RecordLines.js';
export { bibliographicLine, sayThing } from './say-thing.js';
export { nameOf, whenWas } from './stamps.js';
export { ThingLink } from './ThingLink.js';
export { sameRef } from './view.js';
