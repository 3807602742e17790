/**
 * An object's text with what programs do wrong put right: commas before a closing bracket, line breaks and other control
 * characters inside strings, backslashes before nothing, values that only JavaScript or Python knows (NaN, None). What
 * the end of a file cut is closed. Two attempts where the cut leaves a choice: with what was cut, and without.
 */
export function mendedObjects(raw: string): string[] {
  return new Mender(raw).attempts();
}

/** The brackets that are open, the innermost first. */
interface Open {
  readonly closing: string;
  readonly around: Open | undefined;
}

class Mender {
  readonly #raw: string;
  #out = '';
  #open: Open | undefined;
  /** A comma that is written only if something follows it. */
  #comma = false;
  /** Up to where everything is whole: before the last comma, with the brackets that were open there. */
  #whole: { readonly length: number; readonly open: Open | undefined } | undefined;
  #cutInString = false;

  constructor(raw: string) {
    this.#raw = raw;
  }

  attempts(): string[] {
    let at = 0;
    while (at < this.#raw.length) at = this.#step(at);
    const all = [this.#out + (this.#cutInString ? '"' : '') + closing(this.#open)];
    if (this.#whole !== undefined) all.push(this.#out.slice(0, this.#whole.length) + closing(this.#whole.open));
    return all;
  }

  /** The place after what stands here. */
  #step(at: number): number {
    const mark = this.#raw.charAt(at);
    if (/\s/.test(mark)) return at + 1;
    if (mark === ',') {
      this.#comma = true;
      this.#whole = { length: this.#out.length, open: this.#open };
      return at + 1;
    }
    const closes = mark === '}' || mark === ']';
    if (this.#comma && !closes) this.#out += ',';
    this.#comma = false;
    if (mark === '"') return this.#takeString(at + 1);
    if (closes) this.#open = this.#open?.around;
    else if (mark === '{' || mark === '[') this.#open = { closing: mark === '{' ? '}' : ']', around: this.#open };
    const word = this.#wordAt(at);
    this.#out += words[word] ?? word;
    return at + word.length;
  }

  #wordAt(at: number): string {
    wordPattern.lastIndex = at;
    return wordPattern.exec(this.#raw)?.[0] ?? this.#raw.charAt(at);
  }

  #takeString(from: number): number {
    const end = this.#endOfString(from);
    this.#cutInString = end >= this.#raw.length;
    const inside = this.#raw.slice(from, end);
    const text = this.#cutInString ? inside.replace(/\\(?:u[\da-fA-F]{0,3})?$/, '') : inside;
    this.#out += `"${text.replace(unsound, soundly)}${this.#cutInString ? '' : '"'}`;
    return end + 1;
  }

  /** The place of its closing quotation mark. */
  #endOfString(from: number): number {
    for (let at = from; at < this.#raw.length; at += 1) {
      stringMark.lastIndex = at;
      const found = stringMark.exec(this.#raw)?.index ?? this.#raw.length;
      if (this.#raw.charAt(found) !== '\\') return found;
      at = found + 1;
    }
    return this.#raw.length;
  }
}

const words: Readonly<Record<string, string>> = {
  NaN: 'null',
  Infinity: 'null',
  undefined: 'null',
  None: 'null',
  True: 'true',
  False: 'false',
};

const wordPattern = /[A-Za-z]{1,20}/y;
const stringMark = /["\\]/g;
const unsound = /(?![\u007f-\u009f])\p{Cc}|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|\\/gu;

function soundly(written: string): string {
  const code = written.charCodeAt(0);
  if (code < 32) return `\\u${code.toString(16).padStart(4, '0')}`;
  return written.length > 1 ? written : '\\\\';
}

function closing(open: Open | undefined): string {
  const parts: string[] = [];
  for (let each = open; each !== undefined; each = each.around) parts.push(each.closing);
  return parts.join('');
}
