import type { ReviewId } from '@throughline/core';
import type { StoreProblem } from '../contract.js';
import { Thread } from './thread.js';

/** Whose a file is: the review that it holds, none yet, or why it cannot be said. */
export type Whose = { readonly review: ReviewId | undefined } | { readonly problem: StoreProblem };

/** Asks files which review they hold, in a thread of their own, without looking them over. In the order asked. */
export async function whoseFiles(files: readonly string[]): Promise<readonly Whose[]> {
  if (files.length === 0) return [];
  const asking = new Thread({ do: 'whose', files });
  try {
    return (await asking.ready).whose;
  } finally {
    await asking.end();
  }
}
