/** More cells than any sheet has columns make no row. */
export const mostColumns = 16_384;

/** What one line gives: the cells that are complete, and the text of a quoted cell that goes on in the next line. */
export interface LineCells {
  readonly cells: string[];
  readonly open?: string;
  /** A quotation mark stood where only an opening one can, inside a cell that was open: one was never closed. */
  readonly suspicious?: true;
}

/**
 * The cells of a line. Quotation marks are doubled inside a quoted cell (RFC 4180); one that is not, and that no
 * separator follows, belongs to the text. `open`: the text of the cell that the line before left open. `literally`: a
 * quotation mark that is not closed in this line belongs to the text too.
 */
export function cellsOf(text: string, separator: string, open?: string, literally = false): LineCells {
  if (open === undefined && !text.includes('"')) return { cells: text.split(separator, mostColumns + 1) };
  const cells: string[] = [];
  let at = 0;
  let suspicious = false;
  if (open !== undefined) {
    const rest = quotedCell(text, 0, separator);
    if (rest.next === undefined) return going(cells, `${open}\n${rest.value}`, rest.opening);
    cells.push(`${open}\n${rest.value}`);
    at = rest.next;
    suspicious = rest.opening;
  }
  while (at <= text.length && cells.length <= mostColumns) {
    const quote = quoteAt(text, at, separator);
    const quoted = quote === undefined ? undefined : quotedCell(text, quote + 1, separator);
    if (quoted?.next !== undefined) {
      cells.push(quoted.value);
      at = quoted.next;
    } else if (quoted !== undefined && quote === at && !literally) return going(cells, quoted.value, suspicious);
    else {
      const end = text.indexOf(separator, at);
      cells.push(text.slice(quote === at ? at + 1 : at, end < 0 ? text.length : end));
      at = end < 0 ? text.length + 1 : end + 1;
    }
  }
  return suspicious ? { cells, suspicious } : { cells };
}

function going(cells: string[], open: string, suspicious: boolean): LineCells {
  return suspicious ? { cells, open, suspicious } : { cells, open };
}

/** Where the quotation mark stands that opens the cell which begins here; blanks before it are forgiven. */
function quoteAt(text: string, at: number, separator: string): number | undefined {
  let first = at;
  while (text[first] === ' ' && separator !== ' ') first += 1;
  return text[first] === '"' ? first : undefined;
}

interface QuotedCell {
  readonly value: string;
  /** Where the next cell begins; beyond the end of the line where this was the last; undefined where it goes on. */
  readonly next?: number;
  /** An undoubled mark directly behind a separator or at the start of the line. */
  readonly opening: boolean;
}

function quotedCell(text: string, from: number, separator: string): QuotedCell {
  let value = '';
  let at = from;
  let opening = false;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), opening };
    if (text[quote + 1] === '"') {
      value += text.slice(at, quote + 1);
      at = quote + 2;
      continue;
    }
    const behind = afterBlanks(text, quote + 1);
    if (behind >= text.length || text[behind] === separator) {
      return { value: value + text.slice(at, quote), next: behind + 1, opening };
    }
    opening ||= quote === 0 || text[quote - 1] === separator;
    const escaped = text[quote - 1] === '\\' && quote > at;
    value += `${text.slice(at, escaped ? quote - 1 : quote)}"`;
    at = quote + 1;
  }
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}
