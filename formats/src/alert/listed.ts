/**
 * Articles of other alerts: each database has a layout of its own and changes it, but all print a title that links to
 * the record, and under it who wrote it and where it stands.
 */
import { fieldText } from '../text/field-text.js';
import type { Vendor } from '../vendors.js';
import { type Article, typeOf } from './article.js';
import { isCut } from './byline.js';
import { describedBy } from './labelled.js';
import { targetOf } from './links.js';
import type { PageLine, PageLink } from './page.js';
import { recordAt } from './senders.js';

/** Lines under a title that may describe it. */
const mostDescribing = 14;

/** `sender`: whose letter it is; where nobody known sent it, only links to known databases count. */
export function listedArticles(lines: readonly PageLine[], sender: Vendor | undefined): Article[] {
  const starts = lines.flatMap((line, index) => (titleLink(line) === undefined ? [] : [index]));
  return starts.flatMap((start, index) => {
    const own = lines.slice(start, Math.min(starts[index + 1] ?? lines.length, start + mostDescribing));
    const article = articleOf(own, sender);
    return article === undefined ? [] : [article];
  });
}

/** Words with which links and lines begin that do something other than name an article. */
const actions =
  /^\W*(?:unsubscribe|view|cancel|manage|update|privacy|terms|log ?in|sign ?in|subscribe|download|click|edit|contact|full text|save|export|read more|read the|see all|show all|cited by|related articles|preferences|change)\b/i;

const isAction = (text: string): boolean => actions.test(text) && text.split(' ').length < 7;

function titleLink({ links, text }: PageLine): PageLink | undefined {
  return links.find(
    (link) =>
      looksLikeTitle(link) &&
      (link.strong || recordAt(targetOf(link.address)) !== undefined || link.text.length > text.length * 0.8),
  );
}

/** Some words; a single one only in bold, and even so never what a button says. */
function looksLikeTitle({ text, strong, address }: PageLink): boolean {
  if (text.length >= 1000 || /^https?:/.test(text) || address === '' || isAction(text)) return false;
  const manyWords = text.length >= 8 && text.split(' ').length >= 3;
  return (
    manyWords || (strong && text.length >= 4) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{6}/u.test(text)
  );
}

function articleOf(lines: readonly PageLine[], sender: Vendor | undefined): Article | undefined {
  const [head] = lines as readonly [PageLine];
  const link = titleLink(head);
  if (link === undefined) return undefined;
  const address = targetOf(link.address);
  const shown = recordAt(address);
  const { told, tags, cut, ...described } = describedBy(describing(lines));
  const isArticle = shown === undefined ? sender !== undefined && told > 0 : sender !== undefined || told > 0;
  if (!isArticle) return undefined;
  return {
    ...described,
    ...placed(lines, tags.length),
    title: fieldText(link.text),
    cut: isCut(link.text) ? ['title', ...cut] : cut,
    address,
    ...vendorOf(shown ?? sender),
    type: typeOf('', described.fields.journal),
    tags: [{ tag: 'title', value: link.text }, ...tags, { tag: 'address', value: address }],
  };
}

/** Up to the links that do something with the article. */
function describing(lines: readonly PageLine[]): string[] {
  const texts = lines.slice(1).flatMap(({ text }) => (text === '' ? [] : [text]));
  const end = texts.findIndex(isAction);
  return end < 0 ? texts : texts.slice(0, end);
}

/** From the title to the last line that describes it. */
function placed(lines: readonly PageLine[], describing: number): { from: number; to: number } {
  const [head] = lines as readonly [PageLine];
  const own = lines.slice(1).filter(({ text }) => text !== '');
  return { from: head.from, to: own[describing - 1]?.to ?? head.to };
}

const vendorOf = (vendor: Vendor | undefined) => (vendor === undefined ? {} : { vendor });
