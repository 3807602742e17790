import { aboutReview } from '@throughline/core';
import { writeArchive } from '@throughline/storage';
import { commandWords, fill } from '@throughline/words';
import { neededText } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { movedWords, moving } from '../moved.js';
import { pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';
import { writeOut } from '../write-out.js';

/** `throughline archive FILE -o OUT.zip`: the review, complete and private (L13). A workbench may be open on it. */
export const archiveCommand: Command = {
  name: 'archive',
  takes: [{ name: 'FILE' }],
  options: { out: outOption },
  summary: commandWords.summaries.archive,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const out = pathAt(io, neededText(given, 'out'));
  return withReview(pathAt(io, given.arguments[0] ?? ''), async ({ keeper, open }) => {
    const title = aboutReview(open.review)?.title ?? '';
    let bytes = 0;
    const moved = await moving(io, async (onProgress) => {
      bytes = await writeOut(out, writeArchive(keeper, open.id, { onProgress }));
    });
    return {
      text: fill(commandWords.archive.written, { title, path: out, ...movedWords(moved) }),
      json: { out, review: open.id, title, ...moved, bytes },
    };
  });
}
