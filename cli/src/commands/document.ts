import { extname } from 'node:path';
import { aboutReview } from '@throughline/core';
import { reportHtml } from '@throughline/documents';
import { documentContext } from '@throughline/server';
import { commandWords, fill } from '@throughline/words';
import { neededText, oneOf } from '../arguments.js';
import { type Command, type Given, type Outcome, WrongUse } from '../command.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';
import { writeOut } from '../write-out.js';

const documents = ['report'] as const;

/** `throughline document FILE report -o OUT.html`. */
export const documentCommand: Command = {
  name: 'document',
  takes: [{ name: 'FILE' }, { name: documents.join('|') }],
  options: { out: outOption },
  summary: commandWords.summaries.document,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', which = ''] = given.arguments;
  const document = oneOf(which, documents, given.command);
  const out = pathAt(io, neededText(given, 'out'));
  if (!/^\.html?$/i.test(extname(out)))
    throw new WrongUse('use.notOneOf', { option: '-o', allowed: ['OUT.html'], given: out });
  const { html, title } = await withReview(pathAt(io, file), async ({ keeper, open }) => ({
    html: reportHtml(open.review, await documentContext(keeper, open)),
    title: aboutReview(open.review)?.title ?? '',
  }));
  const bytes = await writeOut(out, [html]);
  return { text: fill(commandWords.document.written, { title, path: out }), json: { document, out, title, bytes } };
}
