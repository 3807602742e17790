/** Numbers in a text under which a study, a grant or an approval is known. */
export interface KnownNumbers {
  readonly registrations: readonly string[];
  readonly funding: readonly string[];
}

/**
 * Trial registers as they write their numbers (the primary registers of the WHO's platform), and the approvals that name
 * one study: a British research ethics committee's ("15/NE/0123") and IRAS.
 */
const registrations: readonly RegExp[] = [
  joined(
    ...['NCT\\s?\\d{8}', 'ISRCTN\\s?\\d{8}', 'ACTRN\\s?\\d{14}', 'ChiCTR-?[A-Z]*-?\\d{8,10}', 'DRKS\\s?\\d{8}'],
    ...['PACTR\\s?\\d{15,16}', 'CTRI\\/\\d{4}\\/\\d{2,3}\\/\\d{6}', 'UMIN\\s?\\d{9}', 'jRCTs?\\d{10}'],
  ),
  /\b\d{2}\/[A-Z]{2,4}\/\d{4}\b/gu,
  /\bIRAS\b[^\d\n]{0,24}\d{5,6}\b/gu,
];

/** One walk over the text for all: a paper is long. */
function joined(...patterns: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'giu');
}

/** The councils that write their numbers in one way, and any number right after the word for it. */
const grants: readonly RegExp[] = [
  /\bNIHR\s?\d{5,6}\b/gu,
  /\b(?:ES|MR|EP|AH|BB|NE|ST)\/[A-Z]\d{5,6}[A-Z]?(?:\/\d)?\b/gu,
  /\b(?:grants?|awards?|funding|contract|project)\s+(?:(?:agreement|award|number|no|reference|ref|id|code)\b[.:#\s]*){1,3}\(?([A-Z0-9][A-Z0-9/.-]{4,20}[A-Z0-9])/giu,
  /\b(?:HS&DR|HS&amp;DR|HTA|PHR|HSDR|PGfAR|RfPB|EME)\b[^\d\n]{0,30}(\d{2}\/\d{2,4}\/\d{2,3})\b/gu,
];

export function knownNumbers(text: string): KnownNumbers {
  return {
    registrations: found(text, registrations),
    funding: found(text, grants).filter((number) => /\d{4}|\d.*\d.*\d.*\d/u.test(number)),
  };
}

const found = (text: string, patterns: readonly RegExp[]): string[] => [
  ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => asKept(match[1] ?? match[0])))),
];

/** In one way, however it was written: "ISRCTN 12345678" and "isrctn12345678" are one number. */
const asKept = (number: string): string =>
  number
    .toUpperCase()
    .replace(/^IRAS\D+/u, 'IRAS ')
    .replace(/^([A-Z]{3,6})\s+(?=\d{8})/u, '$1')
    .replace(/^NIHR\s+/u, 'NIHR');

/** Fewer are had by too many studies to tell anything; more are no participants of a qualitative study. */
const [fewest, most] = [8, 1500];
const whom =
  'participants|interviews|interviewees|informants|respondents|patients|clients|users|people|women|men|adults|parents|' +
  'mothers|carers|caregivers|families|nurses|midwives|doctors|physicians|clinicians|practitioners|professionals|providers|' +
  'workers|staff|managers|volunteers|teachers|students|residents|stakeholders|members';
const ones = ' one two three four five six seven eight nine'.split(' ');
const upToNineteen = [
  ...ones,
  ...'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
];
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numeral = `\\d{1,4}|(?:${tens.filter(Boolean).join('|')})(?:[-\\s](?:${ones.filter(Boolean).join('|')}))?|${upToNineteen
  .filter(Boolean)
  .join('|')}`;
const equals = /\bn\s*=\s*(\d{1,4})\b/giu;
const ofWhom = new RegExp(`\\b(${numeral})\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${whom})\\b`, 'giu');

/** How many took part, as far as a text says it: "n = 23", "23 link workers", "twenty-three interviews". */
export function samplesIn(text: string): ReadonlySet<number> {
  const said = [...text.matchAll(equals), ...text.matchAll(ofWhom)].map((match) => numberOf(match[1] ?? ''));
  return new Set(said.filter((number) => number >= fewest && number <= most));
}

function numberOf(said: string): number {
  if (/^\d/u.test(said)) return Number(said);
  const [first = '', second = ''] = said.toLowerCase().split(/[-\s]/u);
  const teen = upToNineteen.indexOf(first);
  return teen > 0 ? teen : tens.indexOf(first) * 10 + Math.max(0, ones.indexOf(second));
}
