// The words of the web pages and of the evidence pane, one file a part of the workbench.
export { evidenceWords, type Whose } from './pages/evidence.js';
export { frameWords } from './pages/frame.js';
export { duplicatesWords, sayWhy } from './pages/duplicates.js';
export { columnWords, gatheringWords, referenceTypeWords, referenceWords } from './pages/gathering.js';
export { beginningWords, fieldWords } from './pages/rooms-early.js';
export { laterWords, statementWords } from './pages/rooms-late.js';
export { makingWords } from './pages/making.js';
export { oneStudyWords, sayMayBeOne, sayStudyDoubts, sayStudyLink, sayWhyOneStudy } from './pages/one-study.js';
export { sayProgress } from './pages/progress.js';
export { markingWords, votingWords } from './pages/reading.js';
export { accountWords } from './pages/account.js';
export { adminWords } from './pages/admin.js';
export { accountBarWords, entranceWords } from './pages/entrance.js';
export { reviewsWords } from './pages/reviews.js';
export { roleWords, teamWords } from './pages/team.js';
