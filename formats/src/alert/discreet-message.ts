import type { Message } from '../mail/message.js';
import type { Article } from './article.js';
import { discreetText } from './discreet-text.js';
import type { Letter } from './letter-contents.js';

/** A letter that says nothing. */
export const nothing: Message = {
  sender: '',
  senderName: '',
  subject: '',
  date: '',
  html: '',
  text: '',
  attached: [],
  readers: [],
};

/** The sender is kept where it is a database; anybody else is a person. */
export async function discreetMessage({ message, vendor, holds }: Letter): Promise<Message> {
  const { sender, senderName, subject, date } = message;
  const about = { ...nothing, subject: discreetText(subject), date, ...(vendor && { sender, senderName }) };
  if (holds.kind === 'export') return { ...about, text: await recordsAlone(holds) };
  if (holds.kind === 'articles') return { ...about, [holds.in]: bodyOf(holds) };
  const attached = await Promise.all(
    holds.files.map(async ({ name, type, bytes, format }) => ({
      name: discreetText(name),
      type,
      bytes: format.kept === undefined ? bytes : await format.kept(bytes),
    })),
  );
  return { ...about, attached };
}

/** Without the greetings around the records: the lines that their format knows for no part of them. */
async function recordsAlone({ text, format }: Letter['holds'] & { kind: 'export' }): Promise<string> {
  const around = new Set<number>();
  for await (const found of format.read(inOnePiece(new TextEncoder().encode(text)))) {
    if (found.kind !== 'unread' || found.reason !== 'lines.outside-record') continue;
    for (let line = found.lines.from; line <= found.lines.to; line += 1) around.add(line);
  }
  const lines = text.split(/\r\n|\r|\n/);
  return lines.filter((_, index) => !around.has(index + 1)).join('\n');
}

function bodyOf({ in: where, source, articles }: Letter['holds'] & { kind: 'articles' }): string {
  if (where === 'html') return pageWith(source, articles);
  return articles.map((each, index) => `${textWithLink(source, each, articles[index + 1])}\n`).join('\n');
}

/** A link may stand under more than what was taken for its article's, and without it there is no article. */
function textWithLink(source: string, { from, to, address }: Article, next: Article | undefined): string {
  const text = source.slice(from, to);
  if (address === '' || /https?:\/\//.test(text)) return text;
  const behind = source.slice(to, next?.from);
  const link = /https?:\/\/.*/.exec(behind);
  return link === null ? text : `${text}${behind.slice(0, link.index + link[0].length)}`;
}

/** A page of these articles and nothing else. */
export function pageWith(source: string, articles: readonly Article[]): string {
  const body = articles.map(({ from, to }) => `${source.slice(from, to)}<br>\n`).join('');
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${body}</body></html>\n`;
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
