/** Names written "First von Last", and those that only look so. */

/** A last word by which an organisation tells itself apart from a person. */
const organisations = new Set(
  `organization organisation committee association institute institution university ministry department group society
  council agency office bank collaboration consortium network team center centre commission foundation fund authority
  college hospital service services board federation academy union nations collaborators investigators initiative
  programme program inc inc. ltd ltd. llc gmbh press company corporation government school faculty trust panel task
  force unit division bureau alliance coalition partnership project`.split(/\s+/),
);
/** Words between others that no person has in a name. */
const joints = /^(?:of|for|the|on|in|at|to|and|&|für|pour|para|sur)$/i;
const suffix = /^(?:Jr\.?|Sr\.?|II|III|IV)$/;
const smallLetter = /^\p{Ll}/u;
/** Scripts whose names come family name first, or are written without a blank. */
const familyFirst = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** "J", "JA", "J.-P.", "J. A.": initials behind the family name, as the biomedical databases print them. */
function isInitials(word: string): boolean {
  return word.length <= 8 && /^(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,4})$/u.test(word);
}

/** True where the first word is a given name, so that the last one goes to the front. */
export function isInverted(words: readonly string[]): boolean {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2 || familyFirst.test(words.join(''))) return false;
  if (organisations.has(last.toLowerCase()) || words.some((word) => joints.test(word))) return false;
  return !(isInitials(last) && !suffix.test(last) && !isInitials(first) && /[^\p{Lu}.]/u.test(first));
}

/** "Ludwig van Beethoven" as "van Beethoven, Ludwig". `braced`: words that stood in braces, never small particles. */
export function inverted(words: readonly string[], braced: ReadonlySet<string>): string {
  const hasSuffix = words.length > 2 && suffix.test(words.at(-1) ?? '');
  const own = hasSuffix ? words.slice(0, -1) : words;
  const isParticle = (word: string) => smallLetter.test(word) && !braced.has(word);
  let from = own.findIndex((word, index) => index < own.length - 1 && isParticle(word));
  // All in small letters: no particles, somebody's keyboard.
  if (from < 0 || own.every(isParticle)) from = own.length - 1;
  const given = own.slice(0, from).join(' ').replace(/,$/, '');
  return [own.slice(from).join(' '), ...(hasSuffix ? [words.at(-1)] : []), ...(given === '' ? [] : [given])].join(', ');
}
