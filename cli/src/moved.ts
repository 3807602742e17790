import type { Copied } from '@throughline/storage';
import { commandWords, counted, fill } from '@throughline/words';
import type { Io } from './io.js';
import { progressOn } from './progress.js';

/** How much of a review went from one place to another, in words. */
export const movedWords = ({ changes, records, contents }: Copied) => ({
  changes: counted(changes, 'change'),
  records: counted(records, 'record'),
  files: counted(contents, 'file'),
});

const nothingMoved: Copied = { changes: 0, records: 0, contents: 0, bytes: 0 };

/** Runs a move and answers what was moved. On a terminal it is shown as it goes; elsewhere it would only fill a log. */
export async function moving(io: Io, move: (onProgress: (copied: Copied) => void) => Promise<void>): Promise<Copied> {
  const progress = progressOn(io);
  let moved = nothingMoved;
  try {
    await move((copied) => {
      moved = copied;
      if (io.errIsTerminal) progress.step(fill(commandWords.moving.progress, movedWords(copied)));
    });
  } finally {
    if (io.errIsTerminal) progress.end();
  }
  return moved;
}
