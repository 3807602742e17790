/** Split at a character outside braces. */
export function splitOutside(text: string, mark: string): string[] {
  if (!text.includes('{')) return text.split(mark);
  return splitAt(text, (at) => (text[at] === mark || (mark === ' ' && text[at] === '~') ? 1 : 0));
}

/** Split at the word "and" outside braces. The blanks around it are single ones. */
export function splitOutsideAnd(text: string): string[] {
  return splitAt(text, (at) => (text[at] === ' ' && /^ and /i.test(text.slice(at, at + 5)) ? 4 : 0));
}

/** `lengthAt`: how many characters a separator at this place has; 0 where there is none. */
function splitAt(text: string, lengthAt: (at: number) => number): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    const length = depth <= 0 ? lengthAt(at) : 0;
    if (length === 0) continue;
    pieces.push(text.slice(from, at));
    from = at + length;
    at = from - 1;
  }
  pieces.push(text.slice(from));
  return pieces;
}
