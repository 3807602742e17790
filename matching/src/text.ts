const letters = /[^\p{L}\p{N}]+/gu;
const marks = /\p{M}+/gu;

/** Letters that stand for themselves without a mark, as others write them. */
const written: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  α: ' alpha ',
  β: ' beta ',
  γ: ' gamma ',
  δ: ' delta ',
  κ: ' kappa ',
  λ: ' lambda ',
  μ: ' mu ',
  ω: ' omega ',
};
const unusual = new RegExp(`[${Object.keys(written).join('')}]`, 'gu');
const isPlainAlready = /^[a-z0-9 ]*$/;

/** Letters and digits only, without marks over letters, in lower case, words apart by one space; empty for nothing. */
export function plain(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  const low = text.toLowerCase();
  if (isPlainAlready.test(low)) return low.replace(/ {2,}/g, ' ').trim();
  const bare = isAscii(low)
    ? low
    : low
        .normalize('NFKD')
        .replace(marks, '')
        .replace(unusual, (letter) => written[letter] ?? letter);
  return bare.replace(letters, ' ').trim();
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Do two words differ by one letter (added, lost, changed, or two that changed places)? The same word does not. */
export function isOneOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const rest = (text: string, at: number) => text.slice(at);
  if (short.length !== long.length) return rest(short, from) === rest(long, from + 1);
  if (rest(short, from + 1) === rest(long, from + 1)) return true;
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return swapped && rest(short, from + 2) === rest(long, from + 2);
}

/** What a source writes where it has nothing to say, as a whole field: never a value. */
const nothingSaid = new Set([
  '',
  'na',
  'n a',
  'nan',
  'nil',
  'none',
  'null',
  'undefined',
  'unknown',
  'not available',
  'not applicable',
  'no title',
  'untitled',
  'title unavailable',
  'title not available',
  'no title available',
  'no abstract',
  'no abstract available',
  'abstract not available',
  'anonymous',
  'anon',
  'no authors listed',
  'no author',
  'not stated',
  'n p',
  'n d',
]);

/** Does a field, as `plain` writes it, say nothing ("NA", "No abstract available", "[Anonymous]")? */
export const saysNothing = (field: string): boolean => nothingSaid.has(field);
