/**
 * Articles of a Google Scholar alert: a title that links to the article, its byline, a snippet, links for sharing.
 *
 * Layouts of every year and language share this order. Since 2017 the parts have class names; before, only the title's
 * link shows what it is.
 */
import type { CutField } from '@throughline/core';
import { fieldText } from '../text/field-text.js';
import { type Article, typeOf } from './article.js';
import { bylineOf, isCut } from './byline.js';
import { leadsFromScholar, sharedTitle, targetOf } from './links.js';
import type { PageLine, PageLink } from './page.js';

export function scholarArticles(lines: readonly PageLine[]): Article[] {
  const isTitle = titleRule(lines);
  const starts = lines.flatMap((line, index) => (line.links.some(isTitle) ? [index] : []));
  return starts.map((start, index) => articleOf(lines.slice(start, starts[index + 1]), isTitle));
}

/** By class where the letter has them, else by where the link leads. */
function titleRule(lines: readonly PageLine[]): (link: PageLink) => boolean {
  const named = (link: PageLink) => link.names.includes('gse_alrt_title');
  if (lines.some(({ links }) => links.some(named))) return named;
  return ({ address, text }) => text !== '' && leadsFromScholar(address);
}

const isShare = ({ links }: PageLine): boolean => links.some(({ address }) => sharedTitle(address) !== undefined);

function articleOf(lines: readonly PageLine[], isTitle: (link: PageLink) => boolean): Article {
  const [head] = lines as readonly [PageLine];
  const { byline, snippet, last } = partsOf(lines);
  const link = head.links.find(isTitle);
  const marks = head.text.match(/\[[^\]]{1,20}\]/g)?.filter((mark) => !link?.text.includes(mark)) ?? [];
  const printed = link?.text ?? '';
  const title = fullerTitle(printed, lines);
  const { authors, etAl, journal, year, cut } = bylineOf(byline?.text ?? '');
  const address = targetOf(link?.address ?? '');
  return {
    from: head.from,
    to: last.to,
    ...(title !== '' && { title: fieldText(title) }),
    address,
    authors,
    etAl,
    cut: [...(isCut(title) ? (['title'] as const) : []), ...cut] satisfies CutField[],
    type: typeOf(marks.join(' '), journal),
    fields: { ...(journal !== undefined && { journal }), ...(year !== undefined && { year }) },
    tags: [
      ...marks.map((value) => ({ tag: 'mark', value })),
      { tag: 'title', value: printed },
      ...(byline === undefined ? [] : [{ tag: 'byline', value: byline.text }]),
      ...(snippet === '' ? [] : [{ tag: 'snippet', value: snippet }]),
      ...(address === '' ? [] : [{ tag: 'address', value: address }]),
    ],
    vendor: 'google-scholar',
  };
}

/** Where the letter says who sent it, in whatever language: the company's name is never translated away. */
const footer = /Google\s*(?:Scholar|Acad|Akad|学术|學術|학술)|Google Академ|Scholar\s+Alert/i;

interface Parts {
  readonly byline: PageLine | undefined;
  readonly snippet: string;
  /** The last line of the article: of its share links, where it has them. */
  readonly last: PageLine;
}

function partsOf(lines: readonly PageLine[]): Parts {
  const [head] = lines as readonly [PageLine];
  const shares = lines.findLastIndex(isShare);
  const end = lines.findIndex((line, index) => index > 0 && (isShare(line) || footer.test(line.text)));
  const body = lines.slice(1, end < 0 ? lines.length : end).filter(({ text }) => text !== '');
  const named = body.findIndex(({ names }) => names.includes('gse_alrt_sni'));
  const byline = named === 0 ? undefined : body[0];
  const own = body.slice(Math.max(named, byline === undefined ? 0 : 1));
  return {
    byline,
    snippet: own.map(({ text }) => text).join(' '),
    last: (shares > 0 ? lines[shares] : undefined) ?? own.at(-1) ?? byline ?? head,
  };
}

/** A share link repeats the title, and may have more of it than the letter prints. */
function fullerTitle(printed: string, lines: readonly PageLine[]): string {
  if (!isCut(printed)) return printed;
  const begun = plain(printed);
  const shared = lines.flatMap(({ links }) => links.map(({ address }) => sharedTitle(address) ?? ''));
  return shared.find((title) => plain(title).startsWith(begun) && plain(title).length > begun.length) ?? printed;
}

const plain = (title: string): string =>
  title
    .replace(/\s*(?:…|\.{3})\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
