/** The part of a file's text that is still needed. Places are counted from the start of the file. */
export class HeldText {
  #text = '';
  #from = 0;
  #countedTo = 0;
  #line = 1;
  /** The line break found last, and up to where there is no other. */
  #break = -1;
  #searchedTo = 0;

  get text(): string {
    return this.#text;
  }

  /** The place where `text` begins. */
  get from(): number {
    return this.#from;
  }

  /** The place after its last character. */
  get to(): number {
    return this.#from + this.#text.length;
  }

  push(text: string): void {
    this.#text += text;
  }

  slice(from: number, to: number): string {
    return this.#text.slice(from - this.#from, to - this.#from);
  }

  code(at: number): number {
    return this.#text.charCodeAt(at - this.#from);
  }

  /** -1 where it does not stand between the two places. */
  find(what: string, from: number, before = this.to): number {
    const found = this.#text.indexOf(what, from - this.#from);
    return found < 0 || found + what.length > before - this.#from ? -1 : found + this.#from;
  }

  /** Where a pattern (with the flag "g") is found next; -1 where it is not. */
  search(pattern: RegExp, from: number): number {
    pattern.lastIndex = from - this.#from;
    const found = pattern.exec(this.#text);
    return found === null ? -1 : found.index + this.#from;
  }

  /** The line of a place. To be asked in the order of the places. */
  lineAt(place: number): number {
    for (let found = this.#nextBreak(); found >= 0 && found < place; found = this.#nextBreak()) {
      this.#line += 1;
      this.#countedTo = found + 1;
    }
    this.#countedTo = Math.max(place, this.#countedTo);
    return this.#line;
  }

  /** The first line break that is not counted; -1 where there is none yet. No text is searched twice. */
  #nextBreak(): number {
    if (this.#break >= this.#countedTo) return this.#break;
    const from = Math.max(this.#countedTo, this.#searchedTo);
    const found = this.#text.indexOf('\n', from - this.#from);
    if (found < 0) this.#searchedTo = this.to;
    else this.#break = found + this.#from;
    return found < 0 ? -1 : this.#break;
  }

  /** What stands before this place is not needed any more. */
  letGo(before: number): void {
    this.lineAt(before);
    this.#text = this.#text.slice(before - this.#from);
    this.#from = before;
  }
}
