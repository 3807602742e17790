import type { Format, Found } from '../contract.js';
import { isLetter } from '../mail/headers.js';
import type { MessageBytes } from '../mail/mailbox.js';
import { messageOf } from '../mail/message.js';
import { decodeHead } from '../text/decode.js';
import { Counts, foundArticle, foundInLetter } from './found-in-letter.js';
import { keptOf } from './kept.js';
import { articlesOfPage, letterOf } from './letter.js';
import type { Recognise } from './letter-contents.js';
import { pageOf } from './page-source.js';
import { partsOf } from './parts.js';

/**
 * Alerts by mail: one letter, a mailbox of them, or the page of one. What is attached to a letter may be in any other
 * format; `recognise` finds it. It is handed in because the list of all formats holds this one.
 */
export function alertFormat(recognise: Recognise): Format {
  return {
    name: 'alert',
    label: 'Alert e-mail',
    extensions: ['eml', 'mbox', 'html', 'htm'],
    byLines: false,
    recognise: looksLikeAlert,
    read: (chunks) => read(chunks, recognise),
    kept: (bytes) => keptOf(bytes, recognise),
  };
}

const scholarPage = /gse_alrt_(?:title|sni)|scholar\.google\.[a-z.]{2,6}\/scholar_(?:url|share)|id="raw_message_text"/;

function looksLikeAlert(head: Uint8Array): number {
  if (isLetter(head)) return 0.995;
  const text = decodeHead(head);
  if (!/<(?:!doctype|html|body|div|table|h3|p|a)\b/i.test(text)) return 0;
  if (scholarPage.test(text)) return 0.97;
  return /<html|<body/i.test(text) && articlesOfPage(text).length > 0 ? 0.6 : 0;
}

async function* read(chunks: AsyncIterable<Uint8Array>, recognise: Recognise): AsyncGenerator<Found> {
  const counts = new Counts();
  for await (const part of partsOf(chunks)) {
    if ('page' in part) yield* foundInPage(part.page, counts, recognise);
    else yield* foundInMessage(part, counts, recognise);
  }
  yield* counts.found();
}

async function* foundInMessage(
  { bytes, lines }: MessageBytes,
  counts: Counts,
  recognise: Recognise,
): AsyncGenerator<Found> {
  const message = bytes === undefined ? undefined : await messageOf(bytes);
  const letter = message === undefined ? undefined : await letterOf(message, recognise);
  if (message === undefined) yield { kind: 'unread', reason: 'message.unreadable', lines, text: '' };
  else if (letter === undefined) counts.tally.add('other-message');
  else yield* foundInLetter(letter, lines, counts);
}

async function* foundInPage(bytes: Uint8Array, counts: Counts, recognise: Recognise): AsyncGenerator<Found> {
  const page = pageOf(bytes);
  if (page.letter !== undefined) {
    yield* foundInMessage(
      { bytes: page.letter, lines: { from: 1, to: page.lineAt(page.text.length) } },
      counts,
      recognise,
    );
    return;
  }
  const articles = articlesOfPage(page.text);
  if (articles.length === 0) counts.tally.add('other-message');
  for (const article of articles) {
    const lines = { from: page.lineAt(article.from), to: page.lineAt(article.to) };
    yield foundArticle(article, [], lines, page.text);
  }
}
