import { commandWords } from '@throughline/words';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { treeOf } from '../trace-tree.js';
import { type Traced, forwardOf, trace } from '../traced.js';

/** `throughline trace FILE ID`: from anything back to the words on the page and the lines of the source. */
export const traceCommand: Command = {
  name: 'trace',
  takes: [{ name: 'FILE' }, { name: 'ID' }],
  options: { forward: { summary: commandWords.optionSummaries.forward } },
  summary: commandWords.summaries.trace,
  run: (given: Given, io: Io): Promise<Outcome> => {
    const [file = '', id = ''] = given.arguments;
    return withReview(pathAt(io, file), async ({ keeper, open }) => {
      const back = await trace(keeper, open.id, open.review, id);
      const traced: Traced = given.options.forward === true ? { ...back, forward: forwardOf(open.review, back) } : back;
      return { text: treeOf(traced), json: traced };
    });
  },
};
