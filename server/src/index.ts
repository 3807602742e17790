// The contents page of server: what the command line starts and does by the same path as a page.
export { type LogEntry, startWorkbench, type Workbench, type WorkbenchOptions } from './start.js';
export { type ImportRequest, type ImportResult, importFile } from './import-file.js';
export type { NewSource } from './new-source.js';
export type { Reading, Watch } from './read-references.js';
export { buildReview, deskFor, JourneyStopped } from './desk.js';
export { documentContext } from './document-context.js';
export { Doubting } from './doubts.js';
export { Myself, settingsFolder } from './me.js';
export { isProblem, ServerProblem, serverProblemCodes } from './problem.js';
export type { Documents } from './workplace.js';
