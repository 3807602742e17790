/** What Ruby prints of a hash of strings: `{"Ada"=>"Included", "Grace"=>["one", "two"]}`, with or without blanks. */
export interface RubyHash {
  readonly entries: readonly (readonly [key: string, values: readonly string[]])[];
  /** Where the text goes on behind the closing brace. */
  readonly end: number;
}

/** The hash that begins at this place; what can be read of it where it is cut. Reads each character once. */
export function rubyHash(text: string, from: number): RubyHash {
  const entries: [string, string[]][] = [];
  let at = from + 1;
  let key: string | undefined;
  let values: string[] = [];
  let inList = false;
  const close = () => {
    if (key !== undefined) entries.push([key, values]);
    key = undefined;
    values = [];
  };
  for (; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      const { value, end } = quoted(text, at);
      if (key === undefined) key = value;
      else values.push(value);
      at = end;
    } else if (mark === '[') inList = true;
    else if (mark === ']') inList = false;
    else if (mark === ',' && !inList) close();
    else if (mark === '}' && !inList) break;
    else if (isWordMark(mark)) {
      const word = /\w+/y;
      word.lastIndex = at;
      const value = word.exec(text)?.[0] ?? '';
      if (key !== undefined) values.push(value);
      at += value.length - 1;
    }
  }
  close();
  return { entries, end: Math.min(at + 1, text.length) };
}

const isWordMark = (mark: string | undefined): boolean => mark !== undefined && /\w/.test(mark);

/** The string that begins with the quotation mark at this place; `end` is the place of its closing mark. */
function quoted(text: string, from: number): { readonly value: string; readonly end: number } {
  let end = from + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return { value: text.slice(from + 1, end).replace(/\\(.)/gs, unescaped), end };
}

function unescaped(_: string, mark: string): string {
  if (mark === 'n' || mark === 'r') return '\n';
  return mark === 't' ? '\t' : mark;
}
