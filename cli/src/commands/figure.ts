import { extname } from 'node:path';
import { commandWords, fill } from '@throughline/words';
import { neededText, oneOf } from '../arguments.js';
import { type Command, type Given, type Outcome, WrongUse } from '../command.js';
import { figureNames, figures } from '../figures.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';
import { writeOut } from '../write-out.js';

/** `throughline figure FILE flow|line-of-argument|contributions -o OUT.svg`. */
export const figureCommand: Command = {
  name: 'figure',
  takes: [{ name: 'FILE' }, { name: figureNames.join('|') }],
  options: { out: outOption },
  summary: commandWords.summaries.figure,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', which = ''] = given.arguments;
  const name = oneOf(which, figureNames, given.command);
  const out = pathAt(io, neededText(given, 'out'));
  if (extname(out).toLowerCase() !== '.svg')
    throw new WrongUse('use.notOneOf', { option: '-o', allowed: ['OUT.svg'], given: out });
  const figure = await withReview(pathAt(io, file), async ({ open }) => figures[name](open.review));
  await writeOut(out, [figure.svg]);
  const { title, description, width, height } = figure;
  return {
    text: fill(commandWords.figure.written, { title, path: out }),
    json: { figure: name, out, title, description, width, height },
  };
}
