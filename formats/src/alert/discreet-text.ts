import { cleanLink } from './links.js';

/** Stands where an address stood. */
const blanked = 'XX';

const webAddress = /https?:\/\/[^\s"'<>\\]+/gi;
const mailAddress = /[\w.+%'-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
/** What Google Scholar signs its links with, where a damaged letter leaves them outside of any link. */
const looseToken = /\b(?:scisig|email_for_op|alert_id|update_op)=[\w.~%@+-]{0,500}/gi;

/**
 * Mark-up or text with every link cleaned and every mail address blanked; with `readers` given, only theirs (in an
 * export, the address of an author belongs to the record). Done twice is done once.
 */
export function discreetText(text: string, readers?: readonly string[]): string {
  let current = text;
  // A link may show another one only after it was cleaned; an honest text is done after one pass.
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const cleaned = cleanedOnce(current, readers);
    if (cleaned === current) break;
    current = cleaned;
  }
  return current;
}

const mostPasses = 12;

function cleanedOnce(text: string, readers: readonly string[] | undefined): string {
  const clean = text.replace(webAddress, cleanLinkInText).replace(looseToken, '');
  return clean.replace(mailAddress, (address) => {
    const plain = address.replace('%40', '@').toLowerCase();
    return readers === undefined || readers.includes(plain) ? blanked : address;
  });
}

/** In mark-up "&" is written "&amp;"; the marks of the sentence around a link are no part of it. */
function cleanLinkInText(written: string): string {
  let end = written.length;
  while (end > 0 && ').,'.includes(written.charAt(end - 1))) end -= 1;
  const address = written.slice(0, end);
  const escaped = address.includes('&amp;');
  const clean = cleanLink(escaped ? address.replaceAll('&amp;', '&') : address);
  return `${escaped ? clean.replaceAll('&', '&amp;') : clean}${written.slice(end)}`;
}
