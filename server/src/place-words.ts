import { type PrintedPage, type Refusal, anchorIn, pageAt, refuse } from '@throughline/core';

/** The frozen text of a document, and where each of its printed pages begins, in code points. */
export interface PagedText {
  readonly text: string;
  readonly pages: readonly PrintedPage[];
}

/** The texts of the documents at a desk, by document. */
export class Texts {
  readonly #held = new Map<string, PagedText>();

  put(document: string, text: PagedText): void {
    this.#held.set(document, text);
  }

  get(document: unknown): PagedText | undefined {
    return this.#held.get(String(document));
  }
}

/**
 * Completes a passage that was brought as a quotation: where its words stand in the document's text, what stands around
 * them, and the printed page where none was given. `occurrence` picks one of several places; it is not kept.
 */
export function placeWords(
  fields: Readonly<Record<string, unknown>>,
  texts: Texts,
): Readonly<Record<string, unknown>> | Refusal {
  const { occurrence, ...kept } = fields;
  const held = texts.get(fields.document);
  if (held === undefined) return refuse('passage.noText', { document: String(fields.document) });
  const anchor = anchorIn(held.text, String(fields.quote ?? ''), typeof occurrence === 'number' ? occurrence : 1);
  if (anchor === undefined) return refuse('passage.notInText', { from: 0, to: 0, length: [...held.text].length });
  const page = fields.page ?? pageAt(held.pages, anchor.from);
  return { ...kept, ...anchor, ...(page === undefined ? {} : { page }) };
}
