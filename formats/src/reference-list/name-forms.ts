/** The forms in which a person's name stands in a list of authors, as patterns that match at one place (`y`). */
export type NameForm = 'inverted' | 'short' | 'direct' | 'bracketed' | 'inverted-full' | 'direct-full';

const apostrophe = `’'‘\`´`;
/** "Okafor", "O’Brien", "Groothuis-Oudshoorn", "LERCHE"; bounded, so that no text takes long. */
const word = `\\p{Lu}[\\p{L}\\p{M}${apostrophe}-]{0,40}[\\p{L}\\p{M}]`;
const particle =
  '(?:[Vv]an de[nr]?|[Vv]an|[Vv]on der|[Vv]on|zu|[Dd]e la[s]?|[Dd]e los|[Dd]e|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]as|[Dd]os|[Dd]o|[Dd]u|[Dd]es|[Ll]e|[Ll]a|[Ee]l|[Aa]l|[Tt]er|[Tt]en|af|bin|ibn|y|e|St\\.?)';
const family = `(?:${particle} ){0,2}(?:[dlDL][’'] ?|al-|el-)?${word}(?:(?: | ?[-–] ?)(?:${particle} ){0,2}${word}){0,2}`;
/** "J.", "Ch.", "J" alone. */
const initial = "(?:(?!Eds?\\.|In\\.|No\\.)\\p{Lu}\\p{M}?\\p{Ll}?\\.|\\p{Lu}(?![\\p{L}’']))";
/** "J. A.", "J.-P.", "JA"; what a program made of "J.A" in capitals has at most four letters. */
const initials = `(?:${initial}(?: ?[-–]? ?${initial}){0,5}|\\p{Lu}{2,4}(?!\\p{L}))`;
const suffix = '(?:,? (?:Jr|Sr|II|III|IV|2nd|3rd)\\b\\.?)?';
const given = `(?:${word}|${initial})`;

/** What may stand behind a name: a mark, a year, or a word that goes on with the list. */
const behind =
  '(?=\\s*(?:$|[,;.:/&([“”"«‘`…])|\\s+(?:(?:and|et|y|e|und|och|og|en|with|eds?|hrsg)\\b|(?:1[5-9]|20)\\d\\d))';

const sources: Readonly<Record<NameForm, string>> = {
  inverted: `${family}${suffix}, ?${initials}(?: ${particle}(?=[,;.& ]))?${suffix}`,
  short: `${family} ${initials}${suffix}`,
  direct: `${initials} ?${family}${suffix}`,
  bracketed: `${family} \\((?:${initials}|${word}(?:[ -]${given}){0,2})\\)`,
  'inverted-full': `${family}, ${word}(?: (?:${word}|${particle})){0,2}(?: ${initial}){0,3}${suffix}`,
  'direct-full': `${word}(?: (?:${given}|${particle})){0,3} ${word}${suffix}`,
};

export const nameForms: ReadonlyMap<NameForm, RegExp> = new Map(
  (Object.keys(sources) as NameForm[]).map((form) => [form, new RegExp(`(?:${sources[form]})${behind}`, 'uy')]),
);

/** Words that begin titles or name organisations, and no person. */
const noPerson =
  /^(?:The|An|A(?!\.)|On|In|For|From|How|What|Why|When|Who|Der|Die|Das|Ein|Eine|Les|Une|Los|Las|Review|Report)\b|\b(?:University|Institut[eo]?|Ministry|Department|Commission|Council|Committee|Association|Agency|Organi[sz]ation|Society|Office|Group|Network|Cent(?:re|er)|Bureau|Foundation|Nations|Government|Press|Journal|Collaboration|Consortium)\b/u;

export function namesNobody(name: string): boolean {
  return noPerson.test(name);
}
