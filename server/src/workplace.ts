import type { Review } from '@throughline/core';
import type { DocumentContext } from '@throughline/documents';
import type { Cursors } from './cursor.js';
import type { Library } from './library.js';
import type { Myself } from './me.js';

/** What every route has at hand. */
export interface Workplace {
  readonly library: Library;
  readonly me: Myself;
  readonly cursors: Cursors;
  readonly documents: Documents;
  /** Bytes that an uploaded file may have. */
  readonly largestUpload: number;
}

/** How documents are written; the report is one HTML page. */
export interface Documents {
  readonly report: (review: Review, context: DocumentContext) => string | Promise<string>;
}
