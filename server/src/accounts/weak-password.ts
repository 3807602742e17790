/** Code points. At least 12 (OWASP ASVS 2.1.1), at most 128 (2.1.2); any of them may be anything (2.1.4). */
export const passwordLength = { least: 12, most: 128 } as const;

export type Weakness = 'account.shortPassword' | 'account.longPassword' | 'account.weakPassword';

/**
 * Why a password is refused, if it is. Length is asked for, and no mixture of letters; refused beside it is what guessing
 * begins with (ASVS 2.1.7): the most used words with digits or themselves behind them, rows of the keyboard, runs and
 * repetitions, and what is known of the person and this program.
 */
export function weaknessOf(password: string, known: readonly string[]): Weakness | undefined {
  const { length } = [...password];
  if (length < passwordLength.least) return 'account.shortPassword';
  if (length > passwordLength.most) return 'account.longPassword';
  return isEasyToGuess(password, known) ? 'account.weakPassword' : undefined;
}

/** What is left of a password when all that is easy to guess is taken out has to be as long as half of a good one. */
const leastLeft = 5;

function isEasyToGuess(password: string, known: readonly string[]): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const words = [...mostUsed, ...known.flatMap(partsOf)].toSorted((a, b) => b.length - a.length);
  return leavesLittle(lower, words) || leavesLittle(plain(lower), words);
}

function leavesLittle(text: string, words: readonly string[]): boolean {
  if (new Set(text).size < leastLeft) return true;
  let rest = withoutRuns(text);
  for (const word of words) rest = rest.replaceAll(word, ' ');
  return new Set(rest.replace(/[^\p{L}\p{N}]|\d/gu, '')).size < leastLeft && rest.replace(/\s/g, '').length < 9;
}

/** The digits and signs that stand for letters as those letters. */
function plain(lower: string): string {
  return lower.replace(/[@$!0134578]/g, (sign, at: number) =>
    isAmongLetters(lower, at) ? (standsFor[sign] ?? sign) : sign,
  );
}

const standsFor: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
};

const isAmongLetters = (text: string, at: number): boolean =>
  /\p{L}/u.test(text[at - 1] ?? '') && /[\p{L}@$!0-9]/u.test(text[at + 1] ?? '') && /\p{L}/u.test(text.slice(at + 1));

/** Takes out rows of the keyboard and runs of the alphabet, forwards and backwards, of four or more. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const row of rows) {
    for (let length = row.length; length >= 4; length -= 1) {
      for (let from = 0; from + length <= row.length; from += 1) {
        rest = rest.replaceAll(row.slice(from, from + length), ' ');
      }
    }
  }
  return rest;
}

const forwards = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujm',
];
const rows = forwards.flatMap((row) => [row, [...row].toReversed().join('')]);

/** The pieces of a name or an address that are long enough to be guessed by. */
const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 4);

/**
 * The words that the published lists of leaked passwords have in common at their heads, as roots: what stands around
 * them there is digits, signs and other roots.
 */
const mostUsed = (
  'password passwort passw pass pwd admin administrator root user login welcome letmein master secret superman batman ' +
  'spiderman pokemon dragon monkey shadow sunshine princess football baseball basketball soccer hockey iloveyou love ' +
  'lovely flower summer winter spring autumn january february march april june july august september october november ' +
  'december monday tuesday wednesday thursday friday saturday sunday hello freedom whatever trustno computer internet ' +
  'samsung google facebook microsoft windows apple android michael jennifer jessica charlie jordan thomas daniel andrew ' +
  'joshua matthew anthony robert ashley nicole michelle hunter killer ranger buster harley tigger pepper ginger cookie ' +
  'chocolate cheese banana orange purple silver golden diamond mustang ferrari porsche mercedes corvette yankees ' +
  'cowboys eagles liverpool arsenal chelsea barcelona manchester qwerty azerty test guest default changeme change ' +
  'access system server starwars matrix phoenix merlin magic angel babygirl forever family friends blessed jesus ' +
  'christ heaven mother father sister brother school student teacher doctor hospital university college research ' +
  'review throughline evidence synthesis correct horse battery staple please security private number one two three ' +
  'four five six seven eight nine zero abc xyz'
).split(' ');
