import { headersLength, isLetter } from '../mail/headers.js';
import { Gathered } from '../mail/gathered.js';
import { MailboxSplitter, type MessageBytes } from '../mail/mailbox.js';
import { FormatProblem } from '../problem.js';
import { longestPage } from './page-source.js';

/** A message of the file, or the one page that it is. */
export type Part = MessageBytes | { readonly page: Uint8Array };

/** The messages of a file one by one, or its one page: held whole, and refused where longer than `longestPage`. */
export async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let taker: MailboxSplitter | PageTaker | undefined;
  for await (const bytes of withHead(chunks)) {
    taker ??= isLetter(bytes) ? new MailboxSplitter() : new PageTaker();
    yield* taker.push(bytes);
  }
  yield* taker?.end() ?? [];
}

class PageTaker {
  readonly #page = new Gathered(longestPage);

  push(bytes: Uint8Array): Part[] {
    this.#page.add(bytes);
    return [];
  }

  end(): Part[] {
    const page = this.#page.take();
    if (page === undefined) throw new FormatProblem('format.tooLarge', { limit: longestPage / 1024 / 1024 });
    return [{ page }];
  }
}

/** The same bytes, the first piece long enough to tell what they are. */
async function* withHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const head = new Gathered(Number.POSITIVE_INFINITY);
  let told = false;
  for await (const bytes of chunks) {
    if (told) {
      yield bytes;
      continue;
    }
    head.add(bytes);
    told = head.length >= headersLength;
    if (told) yield head.take() ?? bytes;
  }
  if (!told) yield head.take() ?? new Uint8Array(0);
}
