import { archivePeople, restoreFile } from '@throughline/storage';
import { commandWords, fill } from '@throughline/words';
import { extname } from 'node:path';
import { neededText } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { movedWords, moving } from '../moved.js';
import { pathAt } from '../opened.js';
import { outOption } from '../out-option.js';

/** `throughline restore OUT.zip -o FILE`: the identical review (L13), in a new file. */
export const restoreCommand: Command = {
  name: 'restore',
  takes: [{ name: 'ARCHIVE' }],
  options: { out: outOption },
  summary: commandWords.summaries.restore,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const archive = pathAt(io, given.arguments[0] ?? '');
  const named = neededText(given, 'out');
  const path = pathAt(io, extname(named) === '.throughline' ? named : `${named}.throughline`);
  const { review, title } = await archivePeople(archive);
  const moved = await moving(io, (onProgress) => restoreFile(archive, path, { onProgress }));
  return {
    text: fill(commandWords.restore.made, { title, path, ...movedWords(moved) }),
    json: { file: path, review, title, ...moved },
  };
}
