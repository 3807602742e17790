import { type NameForm, nameForms, namesNobody } from './name-forms.js';

/** The names that a text begins with. */
export interface NameList {
  readonly authors: readonly string[];
  readonly etAl: boolean;
  /** They edited the work. */
  readonly editors: boolean;
  /** The first name is written out, given name first: any two words in capitals look like it. */
  readonly written: boolean;
  /** Where the list ends in the text, with the marks that belong to it. */
  readonly end: number;
}

/** No list of authors of a reference is longer; what lies beyond is left to the title. */
const mostNames = 2000;

const next: Readonly<Record<NameForm, readonly NameForm[]>> = {
  inverted: ['inverted', 'short', 'direct', 'inverted-full', 'direct-full'],
  short: ['short', 'inverted', 'direct'],
  direct: ['direct', 'direct-full'],
  bracketed: ['bracketed', 'direct-full'],
  'inverted-full': ['inverted', 'direct', 'inverted-full', 'direct-full'],
  'direct-full': ['direct', 'direct-full'],
};
const first: readonly NameForm[] = ['inverted', 'short', 'direct', 'bracketed', 'inverted-full', 'direct-full'];

const etAlMark = /[,;]? ?(?:\(?et al\b\.?\)?|et coll\b\.?|and others\b|u\. ?a\.|e outros\b|y otros\b)/y;
const roleMark = /[,.]? ?\(?(?:eds?|editors?|hrsg|hgg?|coords?|dirs?|red)\b\.?\)?/iy;
const conjunction =
  /\.? ?[,;]? ?(?:\b[Aa]nd\b|\bAND\b|&|\bund\b|\by\b|\bet\b|\be\b|\boch\b|\bog\b|\ben\b)(?: and\b)? ?/y;
const divider = /\.? ?(?:[,;/]|\.(?= \p{Lu}[\p{L}-]+, \p{Lu}\.)) ?(?:(?:\. ?){3}|… ?&? ?)?/uy;

/** Reads names from the start of a text as far as they go; undefined where it does not begin with one. */
export function namesAtHead(text: string): NameList | undefined {
  const list = new Reader(text);
  list.read();
  return list.names();
}

const leadsOn = /^[,.:]?\s*(?:[([]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?[.,:]?\s*["“«‘]?\p{L}.{8}|["“«])/u;

class Reader {
  readonly #text: string;
  readonly #authors: string[] = [];
  #at = 0;
  /** Where the last name ends. */
  #last = 0;
  #etAl = false;
  #form: NameForm | undefined;
  /** Names up to here are sure; names written out after a comma are so only when "and" follows. */
  #sure = { names: 0, end: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    this.#readNames();
    // Names written out are sure as well where a year, with a title behind it, or a quoted title follows them.
    if (leadsOn.test(this.#text.slice(this.#last, this.#last + 60))) {
      this.#sure = { names: this.#authors.length, end: this.#last };
    }
  }

  #readNames(): void {
    let sure = true;
    while (this.#authors.length < mostNames) {
      const form = this.#takeName(sure);
      if (form === undefined) return;
      this.#last = this.#at;
      const written = form.endsWith('-full') && this.#form !== undefined;
      if (sure || !written) this.#sure = { names: this.#authors.length, end: this.#at };
      this.#form ??= form;
      if (this.#takeEtAl()) return;
      const divided = this.#takeDivider();
      if (divided === undefined) return;
      sure = divided;
    }
  }

  names(): NameList | undefined {
    const { names, end } = this.#sure;
    if (names === 0) return undefined;
    const role = matchAt(roleMark, this.#text, end);
    const authors = this.#authors.slice(0, names).map((name) => name.trim());
    return {
      authors,
      etAl: this.#etAl,
      editors: role !== undefined,
      written: this.#form === 'direct-full',
      end: end + (role?.length ?? 0),
    };
  }

  #takeName(sure: boolean): NameForm | undefined {
    const allowed = this.#form === undefined ? first : next[this.#form];
    for (const form of allowed) {
      const name = matchAt(nameForms.get(form), this.#text, this.#at);
      if (name === undefined || !this.#fits(form, name, sure)) continue;
      // The point behind a last initial is the name's own where names are written with points.
      const pointed = /[ .-]\p{Lu}$/u.test(name) && (form !== 'short' || name.includes('.'));
      const whole = pointed && this.#text[this.#at + name.length] === '.' ? `${name}.` : name;
      this.#authors.push(whole);
      this.#at += whole.length;
      return form;
    }
    return undefined;
  }

  #fits(form: NameForm, name: string, sure: boolean): boolean {
    if (namesNobody(name)) return false;
    if (form === 'short' && this.#form === undefined) return !isGivenName(this.#text.slice(this.#at + name.length));
    if (!form.endsWith('-full')) return true;
    if (form === 'direct-full') return true;
    const mark = this.#text[this.#at + name.length] ?? '';
    // "Henry James, Novels, 1871" is a name and a title; "García Márquez, Gabriel." is one name.
    if (mark !== '.' && / /.test(name.slice(0, name.indexOf(',')))) return false;
    return sure;
  }

  #takeEtAl(): boolean {
    const mark = matchAt(etAlMark, this.#text, this.#at);
    if (mark === undefined) return false;
    this.#at += mark.length;
    this.#etAl = true;
    this.#sure = { names: this.#authors.length, end: this.#at };
    return true;
  }

  /** Whether what follows is surely a name; undefined where the list ends. */
  #takeDivider(): boolean | undefined {
    const joined = matchAt(conjunction, this.#text, this.#at);
    const mark = joined ?? matchAt(divider, this.#text, this.#at);
    if (mark === undefined) return undefined;
    this.#at += mark.length;
    if (/\.{3}|…|\. \. \./.test(mark)) this.#etAl = true;
    const cut = matchAt(/et al\b\.?/y, this.#text, this.#at);
    if (cut !== undefined) {
      this.#at += cut.length;
      this.#etAl = true;
      this.#sure = { names: this.#authors.length, end: this.#at };
      return undefined;
    }
    return joined !== undefined || mark.includes(';');
  }
}

/** "David A. Wood, …": what looks like a family name with an initial is a given name, where a family name follows. */
function isGivenName(after: string): boolean {
  return /^\.? \p{Lu}[\p{L}’'-]+(?:,|\.| and\b| et\b| ?&| ?\(|:)/u.test(after.slice(0, 60));
}

function matchAt(pattern: RegExp | undefined, text: string, at: number): string | undefined {
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
