/** Where values end. -1 where they do not. */

const backslash = 92;

/** The brace that closes a group whose text begins at `from`. */
export function bracedEnd(text: string, from: number, until: number, escapes: boolean): number {
  if (escapes) return escapedEnd(text, from, until);
  let depth = 1;
  let open = text.indexOf('{', from);
  let close = text.indexOf('}', from);
  while (close >= 0 && close < until) {
    while (open >= 0 && open < close) {
      depth += 1;
      open = text.indexOf('{', open + 1);
    }
    depth -= 1;
    if (depth === 0) return close;
    close = text.indexOf('}', close + 1);
  }
  return -1;
}

/** The same where "\{" and "\}" are text. */
function escapedEnd(text: string, from: number, until: number): number {
  let depth = 1;
  for (let at = from; at < until; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

const behindQuote = /[ \t\n]*(?:[,})#]|[A-Za-z][\w:.+-]*[ \t]*=|$)/y;

/**
 * The quotation mark that closes a value: outside braces, and with something behind it that may follow a value. Marks
 * inside the text, which BibTeX does not allow and people write, have none.
 */
export function quotedEnd(text: string, from: number, until: number, escapes: boolean): number {
  let depth = 0;
  for (let at = from; at < until; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash && escapes) at += 1;
    else if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    else if (code === 34 && depth <= 0) {
      behindQuote.lastIndex = at + 1;
      if (behindQuote.test(text)) return at;
    }
  }
  return -1;
}

/** True where one pair of braces holds the whole text. */
export function isOneGroup(text: string): boolean {
  return text.charCodeAt(0) === 123 && bracedEnd(text, 1, text.length, false) === text.length - 1;
}

/** True where every brace has its other one, as BibTeX counts them. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}
