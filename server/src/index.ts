// The contents page of server: what the command line starts and does by the same path as a page.
export { type LogEntry, startWorkbench, type Workbench } from './start.js';
export { type ImportRequest, type ImportResult, importFile } from './import-file.js';
export { lookAtFile } from './gather/look-at-file.js';
export type { GivenFile } from './read-references.js';
export type { NewSource } from './new-source.js';
export { deskFor, JourneyStopped } from './desk.js';
export { documentContext } from './document-context.js';
export { Myself, settingsFolder } from './me.js';
export { serverProblemCodes } from './problem.js';
export { type TeamLogEntry, serveTeam } from './serve-team.js';
export { type PlaceNamed, openServerPlace, registerPlaceOf } from './server-place.js';
export { type ServerSurroundings, settingsIn } from './surroundings.js';
export { type AddedAccount, addAccount } from './add-account.js';
export { writableFormat, writableFormats } from './exports/writable.js';
export { recordsWanted, writtenRecords } from './exports/written-records.js';
