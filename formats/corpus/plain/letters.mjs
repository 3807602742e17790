/**
 * What is left of a text when it is compared: letters and digits. Mark-up, entities and the ways of writing an accent
 * are taken off both sides alike, so that only what a text says counts, not how a program prints it.
 */
export function letters(text, { latex = false } = {}) {
  const shown = withoutMarkup(decodeWholly(text ?? ''));
  const folded = latex ? withoutLatex(shown) : shown;
  return folded
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The first DOI that a text holds, however it is dressed. */
export function bareDoi(text) {
  const [found] = /10\.\d{4,9}\/[^\s"<>]+/.exec(decodeEntities(text ?? '').replace(/\\_/g, '_')) ?? [];
  return found?.toLowerCase().replace(/[.,;)\]}]+$/, '');
}

/** Vendors encode what is encoded already, some of them twice. */
function decodeWholly(text) {
  const decoded = decodeEntities(text);
  return decoded === text ? text : decodeWholly(decoded);
}

/** Tags only: "p < 0.05 and n > 3" is no tag. */
function withoutMarkup(text) {
  return text.replace(/<\/?[a-z][^<>]*>/gi, '');
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', szlig: 'ß', oslash: 'ø', aelig: 'æ' };
const marks = { acute: '\u0301', grave: '\u0300', uml: '\u0308', circ: '\u0302', tilde: '\u0303', cedil: '\u0327' };

/** The entities of XML, numbers, and letters with an accent; any other stays as it is. */
export function decodeEntities(text) {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (name === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    const mark = marks[name.slice(1)];
    return named[name.toLowerCase()] ?? (mark ? (name[0] + mark).normalize('NFC') : whole);
  });
}

const greek = [...'αβγδεζηθικλμνξπρστυφχψω'];
const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega';
const strokes = { ß: 'ss', ø: 'o', Ø: 'o', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ł: 'l', Ł: 'l', ı: 'i', đ: 'd', Đ: 'd' };
const spelled = { ð: 'dh', þ: 'th', å: 'a', Å: 'a', ς: 'sigma', ϕ: 'phi', ϵ: 'epsilon', '&': '' };

/** Commands and accents fall away, letters stay: {\"o}, \"{o}, ö and o are one; \alpha and α are one. */
function withoutLatex(text) {
  const names = greekNames.split(' ');
  return text
    .replace(/\\(?:aa|AA)(?![a-z])/g, 'a')
    .replace(/\\(ss|oe|OE|ae|AE|dh|th|TH|o|O|l|L|i|j|dj)(?![a-zA-Z])/g, '$1')
    .replace(/\\([a-z]+)/gi, (_, name) => (names.includes(name.toLowerCase()) ? name : ''))
    .replace(/\\[\^'`"~=.]/g, '')
    .replace(/[ßøØæÆœŒłŁıđĐðþåÅςϕϵ&]/g, (letter) => strokes[letter] ?? spelled[letter])
    .replace(/[α-ω]/giu, (letter) => names[greek.indexOf(letter.toLowerCase())] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
