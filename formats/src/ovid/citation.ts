/** What Ovid's one-line source (SO) says: "Journal of Invented Health. 12(3):201-214, 2017 Mar." */
export interface Citation {
  readonly journal?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly year?: number | undefined;
}

/** Characters; no source is longer, and every search below stays short. */
const longestSource = 1500;

/** "12(3)", "12 (Supplement 3)", "75(2-A(E))" */
const volumeAndIssue = /(?<![\d(/-])(\d{1,6}[A-Z]?) ?\(([^()]{1,60}(?:\([^()]{0,20}\)[^()]{0,20})?)\)/;
/** "12:201-214" */
const volumeAlone = /(?<![\d(/-])(\d{1,6}[A-Z]?)(?=: ?[A-Za-z]{0,3}\d)/;
const pagesBehind = /^ ?[:;] ?([A-Za-z]{0,3}\d[\w.]{0,12}(?: ?[-–] ?\w{1,12})?)/;
const pagesNamed = /\bpp?\. ?([A-Za-z]{0,3}\d\w{0,12}(?: ?[-–] ?\w{1,12})?)/;

export function citationIn(source: string): Citation {
  const text = source.slice(0, longestSource);
  if (/\[Eds?\b|\[Editor/.test(text)) return bookIn(text);
  const found = volumeAndIssue.exec(text) ?? notAYear(volumeAlone.exec(text), text);
  if (found === null) return withoutVolume(text);
  const [whole, volume, issue] = found;
  const behind = text.slice(found.index + whole.length);
  return {
    journal: journalIn(text.slice(0, found.index)),
    volume,
    issue,
    pages: pagesBehind.exec(behind)?.[1] ?? pagesNamed.exec(behind)?.[1],
    year: yearOf(text, behind),
  };
}

/** "Winter 2007: 7-14": the year before the pages is no volume. */
function notAYear(found: RegExpExecArray | null, text: string): RegExpExecArray | null {
  const isYear = found !== null && /^(?:1[89]|20)\d\d$/.test(found[1] ?? '');
  return isYear && /[\p{L},.] ?$/u.test(text.slice(0, found.index)) ? null : found;
}

/** "Hydrobiology. 2007 15 June; 433-441.", "Journal of Studies 12, Winter 2007: 7-14." */
function withoutVolume(text: string): Citation {
  const dated = /,? ?(?<![\d-])((?:1[89]|20)\d\d)(?![\d-])/.exec(text);
  if (dated === null) return { journal: journalIn(text), pages: pagesNamed.exec(text)?.[1] };
  const before = text.slice(0, dated.index).replace(/, ?[A-Z]\p{L}+$/u, '');
  const numbered = /^(.*\p{L}) (\d{1,4})$/u.exec(before);
  return {
    journal: journalIn(numbered?.[1] ?? before),
    volume: numbered?.[2],
    pages: /[:;] ?(\d{1,6} ?[-–] ?\d{1,6})/.exec(text.slice(dated.index))?.[1] ?? pagesNamed.exec(text)?.[1],
    year: Number(dated[1]),
  };
}

/** "Vale, Robin [Ed]; … (2012). Title of the book. (pp. 11-31)." and "Vale, Robin [Editor]. Title of the book.:371-397, 2004." */
function bookIn(text: string): Citation {
  const title = text.slice(text.lastIndexOf('[Ed')).replace(/^\[Ed[^\]]*\]\.?;? ?(?:\(\d{4}\)\. ?)?/, '');
  const end = /\.?:\d|\. ?\(pp?\.|\]|\. \D/.exec(title);
  const book = (end === null ? title : title.slice(0, end.index + (end[0] === ']' ? 1 : 0))).trim();
  return {
    journal: book === '' ? undefined : book,
    pages: pagesNamed.exec(text)?.[1] ?? /:(\d{1,6}[-–]\d{1,6})/.exec(text)?.[1],
    year: yearOf(text, text),
  };
}

/** What stands before the volume, without "Vol.", a conference, or the month and year that journals put there. */
function journalIn(before: string): string | undefined {
  const name = before
    .replace(/\bVol\.? ?$/, '')
    .replace(/\. Conference:.*$/, '')
    .replace(/ (?:\d{1,2} )?(?:[A-Z]\p{L}{2,9}(?:[/-][A-Z]\p{L}{2,9})? )?(?:\d{1,2},? )?\d{4} ?; ?$/u, '')
    .replace(/[\s.,;:]+$/, '')
    .trim();
  return name === '' ? undefined : name;
}

/** The year stands before the volume ("June 2015;58") or behind the pages ("12(3):201-214, 2017 Mar"). */
function yearOf(text: string, behind: string): number | undefined {
  const said =
    /(?<!\d)((?:1[89]|20)\d\d) ?;/.exec(text)?.[1] ??
    /(?:, ?|\((?=\d{4}\)))(?:\p{L}{3,9}\.? ?(?:\d{1,2},? )?)?((?:1[89]|20)\d\d)(?![\d-])/u.exec(behind)?.[1] ??
    /(?<![\d-])((?:1[89]|20)\d\d)(?![\d-])/.exec(behind)?.[1];
  return said === undefined ? undefined : Number(said);
}
