import { plainText } from './xml.mjs';

/** The headings of a Google Scholar alert, where the message stands as HTML. Other alerts are counted only. */
export function alertRecords(text) {
  const headings = text.match(/<a\b[^>]*class="gse_alrt_title"[^>]*>[\s\S]*?<\/a>/g);
  return headings?.map((heading) => ({ title: plainText(heading).replace(/…$/, '') }));
}
