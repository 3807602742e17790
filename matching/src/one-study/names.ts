import { plain } from '../text.js';

/** Proper names in a text: what is written with capitals where the language would not ask for them. */
export interface Names {
  /** Two words or more, in plain letters, with how they were written. */
  readonly programmes: ReadonlyMap<string, string>;
  readonly acronyms: ReadonlySet<string>;
  /** One word, in plain letters, with how it was written. */
  readonly places: ReadonlyMap<string, string>;
}

const token = /[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*|[.?!:;,()[\]]/gu;
const ends = /^[.?!:;,()[\]]$/u;
const beginsAnew = /^[.?!:;([]$/u;
const capital = /^\p{Lu}/u;
const allCapitals = /^(?=.*\p{Lu}.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}-]{3,12}$/u;
/** Small words that may stand inside a name: "Ways to Wellness", "Newcastle upon Tyne". */
const inside: ReadonlySet<string> = new Set('of the to and for in on upon with at by'.split(' '));
/** What a study or a service is called: with it, one word is a name ("the LINKS trial", "Kirklees project"). */
const undertakings: ReadonlySet<string> = new Set(
  'study trial project programme program cohort initiative scheme evaluation intervention collaborative'.split(' '),
);
/** What begins a sentence or heads a paragraph of an abstract, and is part of no name. */
const openers: ReadonlySet<string> = new Set(
  (
    'a an the this that these those our we in on at for from with within using through by to of and as it its they there ' +
    'their what how why when while although however background objective objectives aim aims method methods design ' +
    'setting settings participants participant results result findings finding conclusion conclusions introduction ' +
    'purpose context discussion implications limitations keywords data analysis interviews semi qualitative'
  ).split(' '),
);

/**
 * Names that tell no study from another: peoples and large countries, months, the tools and authorities of method, and
 * what every paper of a field abbreviates.
 */
const general: ReadonlySet<string> = new Set(
  (
    'uk usa us eu england scotland wales ireland britain europe european english scottish british american australia ' +
    'australian canada canadian africa african asia asian china chinese india indian america germany france spain italy ' +
    'netherlands sweden norway denmark finland japan brazil january february march april may june july august september ' +
    'october november december i ii iii iv covid covid-19 sars-cov-2 hiv aids nhs who gp gps copd adhd ptsd bmi icu ' +
    'nice nihr rct rcts casp coreq prisma grade ipa nvivo atlas maxqda spss likert foucault goffman bourdieu giddens ' +
    'charmaz strauss corbin glaser braun clarke ritchie spencer gadamer heidegger husserl colaizzi giorgi lincoln guba ' +
    'facebook twitter zoom skype google microsoft covid19 ngo ngos phd md bsc msc'
  ).split(' '),
);

/** The names of one text; nothing where it is written in capitals throughout, as titles often are. */
export function namesIn(text: string): Names {
  const found = {
    programmes: new Map<string, string>(),
    acronyms: new Set<string>(),
    places: new Map<string, string>(),
  };
  const tokens = text.match(token) ?? [];
  if (isCapitalised(tokens)) return found;
  for (const run of runsOf(tokens)) keep(run, found);
  return found;
}

/**
 * Hardly any of its longer words is without a capital: what is a name cannot be told from what is none. Small words are
 * written without one in such titles too.
 */
function isCapitalised(tokens: readonly string[]): boolean {
  const long = tokens.filter((each) => each.length > 4 && /\p{L}/u.test(each));
  return long.filter((each) => !capital.test(each)).length < long.length * 0.15;
}

/** Words with capitals one after the other, with small words between them, each run without what opens a sentence. */
function runsOf(tokens: readonly string[]): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  let opens = true;
  for (const each of tokens) {
    if (goesOn(each, run, opens)) {
      if (run.length === 0) runs.push(run);
      run.push(opens ? `^${each}` : each);
    } else run = [];
    if (undertakings.has(each)) run = [];
    opens = ends.test(each) && beginsAnew.test(each);
  }
  return runs;
}

function goesOn(word: string, run: readonly string[], opens: boolean): boolean {
  if (run.length > 0 && (inside.has(word) || undertakings.has(word))) return true;
  return capital.test(word) && !(opens && openers.has(word.toLowerCase()));
}

interface Found {
  readonly programmes: Map<string, string>;
  readonly acronyms: Set<string>;
  readonly places: Map<string, string>;
}

/** `^` marks a word that opened a sentence: alone it is no name. */
function keep(run: readonly string[], { programmes, acronyms, places }: Found): void {
  const words = run.map((each) => each.replace('^', ''));
  for (const [at, word] of words.entries()) {
    if (general.has(word.toLowerCase()) || !capital.test(word)) continue;
    if (allCapitals.test(word)) acronyms.add(word);
    else if (words.length === 1 && run[at] === word && word.length > 3) places.set(plain(word), word);
  }
  for (const phrase of phrasesOf(words)) if (isName(phrase)) programmes.set(plain(phrase.join(' ')), phrase.join(' '));
}

/** Two words of its own, or one and what it is called: "Deep End", "LINKS trial". */
function isName(phrase: readonly string[]): boolean {
  const own = phrase.filter((word) => capital.test(word) && !general.has(word.toLowerCase()));
  return own.length > (undertakings.has(phrase.at(-1)?.toLowerCase() ?? '') ? 0 : 1);
}

/** Words that one name is looked for in: a longer run is a list of things. */
const longestName = 6;

/** Every part of a run that begins and ends like a name: two reports may give a programme's name in two lengths. */
function phrasesOf(words: readonly string[]): string[][] {
  const phrases: string[][] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 2; to <= Math.min(words.length, from + longestName); to += 1) {
      const phrase = words.slice(from, to);
      if (isEnd(phrase[0] ?? '') && isEnd(phrase.at(-1) ?? '')) phrases.push(phrase);
    }
  }
  return phrases;
}

const isEnd = (word: string): boolean => capital.test(word) || undertakings.has(word);
