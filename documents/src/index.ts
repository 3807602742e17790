// A review to files that people keep: what they say (scene), and how each kind of file says it (html).
export type { DocumentContext, RecordText } from './context.js';
export { reportHtml } from './report-html.js';
export { recordsBehindReport } from './scene/records-part.js';
export { builtReader } from './built-reader.js';
