/** Small words by which a language shows in a title; those that two of them share tell nothing. */
const smallWords: Readonly<Record<string, string>> = {
  english: 'the of and for with from by on at an as is are to its their how what between among',
  german: 'der die das und fur von mit im ein eine einer eines zur zum auf aus bei den dem des als uber durch zwischen',
  french: 'le les et aux dans une pour sur chez avec du au entre',
  spanish: 'el los las del y con para por una en un como entre',
  portuguese: 'os dos das da em uma na nos nas ao pela pelo',
  italian: 'il gli della delle dei nel nella con per una sulla di tra',
  dutch: 'het een van voor met bij tussen',
  polish: 'w z na oraz dla przez',
};

const languageOfWord = new Map<string, string | undefined>();
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(' ')) languageOfWord.set(word, languageOfWord.has(word) ? undefined : language);
}

/** The language that a title's small words, or its letters, show; undefined where they show none or several alike. */
export function languageOf(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) {
    const language = languageOfWord.get(word) ?? scriptOf(word);
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, x], [, y]) => y - x);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}

function scriptOf(word: string): string | undefined {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  if (/\p{Script=Greek}{3}/u.test(word)) return 'greek';
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]/u.test(
    word,
  )
    ? 'other letters'
    : undefined;
}
