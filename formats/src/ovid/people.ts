import type { Values } from '../tagged/values.js';

/** FA has the full names where a database gives both. */
export function authorsOf(values: Values): string[] {
  const full = namesIn(values, 'FA');
  const short = namesIn(values, 'AU');
  return full.length > 0 && full.length >= short.length ? full : short;
}

/** ED of books; in MEDLINE it is a date. Else the names that the source marks: "Vale, Robin [Ed]; Okafor, Chidi [Ed]." */
export function editorsOf(values: Values): string[] {
  const named = namesIn(values, 'ED').filter((name) => !/\d/.test(name));
  if (named.length > 0) return named;
  const source = (values.first('SO', 'BT') ?? '').slice(0, 2000);
  return [...source.matchAll(/([^[\]]{1,80})\[Eds?\b[^\]]{0,60}\]|([^[\]]{1,80})\[Editor\b[^\]]{0,60}\]/g)]
    .map(([, short, long]) => (short ?? long ?? '').replace(/^[\s.,;&]+|\s+$/g, ''))
    .filter((name) => name !== '');
}

/** Roles and addresses stand in brackets behind a name: "[Author, Reprint Author; E-mail: …]". */
function namesIn(values: Values, tag: string): string[] {
  // Elsewhere "Vale MA" is no master of arts.
  const inFullTexts = values.raw('DB').some((database) => /(?:Journals|Books)@Ovid/.test(database));
  return values
    .lines(tag)
    .flatMap((line) => line.replace(/ ?\[[^\]]{0,200}\]/g, '').split(';'))
    .map((name) => withoutStop(inFullTexts ? withoutMarks(name.trim()) : name.trim()))
    .filter((name) => name !== '');
}

/** Characters; what is longer is no name, and not worth the search for marks. */
const longestName = 300;

const degree = String.raw`(?:M\.?D\.?|Ph\.? ?D\.?|MPH|MSc|M\.?S\.?|B\.?Sc\.?|BA|MA|RN|DrPH|DPhil|MBBS|MBChB|DNP|FACSM|FACP|FRCP|MSN|BSN|EdD|PsyD|DDS|DVM)`;
const degrees = new RegExp(`(?:,? ${degree})+$`);

/** Ovid's own full texts print the marks that point at an institution ("1,2,+") and degrees behind a name. */
function withoutMarks(name: string): string {
  if (name.length > longestName) return name;
  return name.replace(/ (?:\d[\d,*+#&a-z]{0,12}|[*+#&][\d,*+#&]{0,12})$/, '').replace(degrees, '');
}

/** The full stop of the line; that of an initial belongs to the name. */
function withoutStop(name: string): string {
  return /\p{Ll}{2}\.$/u.test(name) && !/ (?:Jr|Sr)\.$/.test(name) ? name.slice(0, -1) : name;
}
