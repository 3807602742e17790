/** A title, and what stands behind it. */
export interface TitleAndRest {
  readonly title: string;
  readonly rest: string;
}

/** Characters in which a title's end is looked for, and the places that are weighed. */
const longestTitle = 1200;
const mostPlaces = 80;

const quotations: readonly (readonly [open: string, close: RegExp])[] = [
  ['“', /[”“"]/g],
  ['"', /["”]/g],
  ['«', /»/g],
  ['„', /[“”"]/g],
  ['``', /''|"|´´|”/g],
  ["''", /''|"/g],
  ['‘', /[’'](?![\p{L}])/gu],
  ["'", /['’](?![\p{L}])/gu],
];

/**
 * Where the title ends: at the closing quotation mark, or at the mark behind which the place in print begins best. `commas`: commas
 * divide the parts of this reference.
 */
export function titleOf(text: string, commas = false): TitleAndRest {
  return quoted(text) ?? weighed(text, commas ? 0 : -1);
}

function quoted(text: string): TitleAndRest | undefined {
  const [open, close] = quotations.find(([mark]) => text.startsWith(mark)) ?? [];
  if (open === undefined || close === undefined) return undefined;
  const inside = text.slice(0, longestTitle);
  for (const match of inside.slice(open.length).matchAll(close)) {
    const at = open.length + match.index;
    const after = inside.slice(at + match[0].length);
    // A quotation inside the title, or a title that goes on behind it.
    if (at - open.length < 3 || !/^\s*(?:$|[.,;:([]|\p{Lu}|in\b|\d)/u.test(after) || /^:|^ \p{Ll}{4}/u.test(after))
      continue;
    const title = inside.slice(open.length, at).replace(/[\s,.;]+$/, '');
    return { title: balanced(title), rest: `${after.replace(/^[\s.,;:]+/, '')}${text.slice(longestTitle)}` };
  }
  return undefined;
}

const balanced = (title: string): string =>
  title.replace(/^[“"«‘]\s*|\s+$/g, (mark) => (/\s/.test(mark.at(-1) ?? '') ? '' : mark));

interface Place {
  readonly end: number;
  readonly next: number;
  readonly weight: number;
}

function weighed(text: string, comma: number): TitleAndRest {
  let best: Place & { score: number } = { end: text.length, next: text.length, weight: 0, score: 0.5 };
  let passed = 0;
  for (const place of placesIn(text, comma)) {
    const score = place.weight + placeScore(text.slice(place.next, place.next + 300)) - passed;
    if (score > best.score) best = { ...place, score };
    if (place.weight >= 1.5) passed += 0.4;
  }
  return { title: text.slice(0, best.end).trim(), rest: text.slice(best.next).trim() };
}

function* placesIn(text: string, comma: number): Generator<Place> {
  let seen = 0;
  for (const match of text
    .slice(0, longestTitle)
    .matchAll(/([.?!,;:]+[”"’»)\]]*)\s+|\s+(?=[([])|(?<=\s)(?=(?:In|in:) )/gu)) {
    seen += 1;
    if (seen > mostPlaces) return;
    const marks = match[1];
    const next = match.index + match[0].length;
    if (match.index < 2) continue;
    if (marks === undefined) {
      yield { end: match.index, next, weight: /[([]/.test(text[next] ?? '') ? -0.5 : 0 };
    } else {
      const kept = marks.replace(/[.,;:]+(?=[”"’»)\]]*$)/, '');
      yield {
        end: match.index + kept.length,
        next,
        weight: /[,;]/.test(marks)
          ? comma
          : weightOf(marks, text.slice(Math.max(0, match.index - 12), match.index), text.slice(next, next + 2)),
      };
    }
  }
}

/** A full stop ends a title oftener than a comma, and hardly ever behind a capital or an abbreviation. */
function weightOf(marks: string, before: string, after: string): number {
  if (marks.startsWith(':')) return -1.5;
  if (
    /(?:^|[\s(.-])(?:\p{Lu}|vs|no|vol|pp?|st|dr|mr|mrs|etc|e\.g|i\.e|cf|ca|eds?|jr|nr|inc|dept|univ|proc|conf|trans|int|symp|ann|rev|soc|am|amer|assoc|comput|sci|res|math|phys|chem|biol|med|bull|acad|natl|ltd|tech|edn|vols|rep|mass|calif)$/iu.test(
      before.slice(-8),
    )
  )
    return -0.5;
  // "J. Approx. Theory": a short word behind an abbreviation is one too.
  if (/\.\s\p{Lu}\p{L}{0,6}$/u.test(before.slice(-12))) return -0.5;
  if (/^\p{Ll}/u.test(after)) return -1;
  return /^[?!]/.test(marks) ? 1.4 : 2;
}

const volume = String.raw`(?:,? ?\(?(?:vol(?:ume)?|v|bd|t|tome|no|n[°ºo])\b[. ]*[\dIVXLC]|[ ,]\(?\p{Lu}?\d{1,4}(?: ?\(|[ ,.:;]|$))`;
/** What a place in print begins with, and how surely. The first that fits counts. */
const openings: readonly (readonly [pattern: RegExp, score: number])[] = [
  [
    /^[([](?:\d+\w{0,3}\.? (?:rev\.? )?(?:ed|aufl)|(?:revised|rev\.|second|third|fourth|fifth) ed|vols?\b|pp?\. ?\d|report no|unpublished|doctoral|master|working paper|tech|policy brief|motion|online|internet|electronic|press release)/i,
    4.5,
  ],
  [
    /^(?:\d+(?:st|nd|rd|th) (?:rev(?:ised|\.)? )?ed(?:ition|\.|n)|(?:revised|rev\.|second|third|fourth|fifth) ed(?:ition|\.))/i,
    3.8,
  ],
  [/^(?:\d+ vols?\b|edited by|ed\. by|eds?\. \p{Lu}|translated (?:by|from)|trans\. \p{Lu})/iu, 4],
  [/^\[\p{L}[^\]]{1,60}\]/u, 3],
  [/^\([^()]{3,60}, (?:trans|eds?|übers)\.?\)/iu, 4.5],
  [/^\(\p{Lu}[^()]{2,90}[,:] ?(?:[^()]{0,40} )?(?:1[5-9]|20)\d\d\b/u, 3.5],
  [/^(?:pp?\.? ?\d|pages? \d)/i, 1.3],
  [/^arxiv\b/i, 2.5],
  [/^(?:In|Dans|En|Em|In:|in:|I)\s+(?=[\p{Lu}"“\d]|\p{Lu}\.|edited)/u, 2.5],
  [/^in:?\s+["“«]?\p{Lu}/u, 3.2],
  [
    /^\[?\(?(?:unpublished |master'?s?’?s? |doctoral |ph\.? ?d\.? |m\.? ?sc\.? |diploma |tech(?:nical|\.) |research |working |internal )(?:thesis|dissertation|rep(?:ort|\.)|paper|manuscript|memo)/i,
    3,
  ],
  [
    /^\(?(?:thesis|dissertation|diss\.|th[eè]se|tesis|TR |technical |retrieved from|available |accessed|unpublished|manuscript|preprint|presented at|paper presented|poster|press release|\[motion|\[online|doctoral|mémoire)/i,
    2.2,
  ],
  [/^(?:reprint|transl?\.|\(?(?:\d+(?:st|nd|rd|th)|second|third|revised|rev\.|first|fourth) ed|hrsg|\(eds?)/iu, 2.6],
  [
    /^(?:Proc(?:eedings|\.)|Proceedings|Conference|Conf\.|Symposium|Workshop|Lecture Notes|Advances in|Annual Review)\b/i,
    2.2,
  ],
  [
    new RegExp(
      `^(?:The )?(?:Journal|J\\.?|IEEE|ACM|SIAM|Trans(?:actions|\\.)|Ann(?:als|\\.)|Rev(?:ue|iew|ista|\\.)|Zeitschrift|Archi?v|Bull(?:etin|\\.)|Int(?:\\.|ernational)|Am(?:\\.|erican)|Br(?:\\.|itish)|Eur(?:\\.|opean)|Acta|Annual|Cahiers|Comm(?:un)?\\.|Math\\.)[\\p{L}\\d .,&:’'()/-]{0,90}?${volume}`,
      'u',
    ),
    2.6,
  ],
  [new RegExp(`^\\p{Lu}[\\p{L} .&’'/-]{0,60}?${volume}`, 'u'), 1.8],
  [/^\p{Lu}[\p{L} .&,’'()/-]{1,70}[ ,]\(?(?:\p{L}{3,9}\.? )?(?:1[5-9]|20)\d\d\)?[;:, ] ?(?:vol|no|\d|p)/u, 2],
  [/^\(?\p{Lu}[\p{L}\p{M}.’'/ -]{1,40}(?:, \p{Lu}[\p{L}. ]{1,20}){0,2} ?: ?\p{Lu}/u, 1.7],
  [/^(?:Journal|J\.|IEEE|ACM|Trans\.|Annals|Revue|Revista|Zeitschrift|Bulletin|International|Review of)\b/, 1.5],
  [
    /^\p{Lu}[\p{L}\p{M}.&’'/ -]{1,60}(?:, (?:\p{Lu}|l[’'])[\p{L}\p{M}. ]{1,30}){0,2}[,.]? \(?(?:\p{L}{3,9}\.? )?(?:1[5-9]|20)\d\d/u,
    1.4,
  ],
  [
    /^\p{Lu}[\p{L}\p{M}&’'/ -]{0,50}\b(?:Press|Publish(?:ers|ing)?|Books|Verlag|University|Universit[éà]|Universidad|Springer|Wiley|Elsevier|Éditions|Editions|Editorial|Sons)\b/u,
    1.6,
  ],
  [/^\p{Lu}[^.,]{2,80}[.,]? \(?(?:pp?\.|vol\b|no\.)/u, 2.2],
  [/^(?:1[5-9]|20)\d\d\. \p{Lu}/u, 1.8],
  [/^pp?\. ?\d|^pages? \d|^vol(?:ume|\.)? ?\d|^\d+ pp?\b|^no\. ?\d|^(?:1[5-9]|20)\d\d\b/i, 1.2],
  [/^\p{Lu}[\p{L}\p{M}. ’'&-]{1,50}(?:[,.] \p{Lu}[\p{L}\p{M}. ’'&-]{1,40})?\.?$/u, 1],
  [/^\d{1,2}(?:st|nd|rd|th) \p{Lu}/u, 1.8],
  [/^\d|^[\p{Ll}]/u, -2],
];

/** How surely a text begins with a place in print: 0 where nothing tells. */
export function placeScore(rest: string): number {
  if (rest === '') return -1;
  return openings.find(([pattern]) => pattern.test(rest))?.[1] ?? 0;
}
