import { entryStart } from './entry-start.js';
import { partReference } from './parted-reference.js';

/** Characters. What is longer is several references, or prose. */
const longestReference = 3000;

const says =
  /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\b(?:in press|forthcoming|to appear|submitted|n\. ?d\.|s\. ?[df]\.|o\. ?J\.|im Druck|sous presse|en prensa)/i;
const opens = /^[*†‡]?[\p{Lu}\d“"«‘'„([—–_-]|^(?:van|von|de|del|della|di|da|dos|du|la|le|el|al|ten|ter)\b/u;
/** "Vale et al. (2005) found that …": behind the year a sentence goes on. */
const goesOn = /^[^()]{3,120}\((?:1[5-9]|20)\d\d[a-z]?\)[,:]? \p{Ll}+ /u;
/** How letters and forms begin, and what they say before an address. */
const letter = /^(?:dear|hi|hello|from|to|cc|subject|date|sent|re|on)\b[ :,]/i;

/** Names a year, or says that there is none yet. */
export const saysWhen = (text: string): boolean => says.test(text);

/**
 * Whether a text holds what a reference holds: somebody at its head, or else a full place in print; a year; a title; and
 * where it stands. Prose and letters do not.
 */
export function isReferenceLike(text: string): boolean {
  if (!says.test(text) || !opensAsReference(text)) return false;
  const { reference, parted } = partReference(text);
  if (!parted) return false;
  const { title = '', authors, journal = '', publisher = '', volume, pages, doi, url, type } = reference;
  if (
    title.length > 400 ||
    (title.length < 2 && volume === undefined) ||
    journal.length > 250 ||
    publisher.length > 250
  )
    return false;
  if (/\p{Ll} (?:is|are|was|were|has|have|we|I|you|will) \p{Ll}/u.test(`${journal} ${publisher}`)) return false;
  const inPrint = volume !== undefined || pages !== undefined;
  const stands =
    inPrint ||
    journal !== '' ||
    publisher !== '' ||
    doi !== undefined ||
    url !== undefined ||
    type === 'thesis' ||
    type === 'report';
  return authors.length > 0 ? stands : inPrint || (publisher !== '' && /[:,]/.test(text));
}

/** Less than that: enough for an entry among references, which vouch for it. Somebody is named and a title is told. */
export function isReferenceAmongOthers(text: string): boolean {
  if (!opensAsReference(text)) return false;
  const { reference, parted } = partReference(text);
  return parted && reference.authors.length > 0 && (reference.title?.length ?? 0) < 400;
}

function opensAsReference(text: string): boolean {
  if (text.length < 30 || text.length > longestReference || entryStart(text) !== undefined) return false;
  return opens.test(text) && !goesOn.test(text) && !letter.test(text);
}
