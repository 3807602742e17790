/** Characters of all definitions of one file together. Real files with every journal of a field have 300,000. */
const mostDefined = 4 * 1024 * 1024;
/** Characters of one value that is put together from names. Names of names of names would grow without end. */
const longestExpanded = 64 * 1024;

/** The abbreviations of one file: `@string{jih = "Journal of Invented Health"}`. */
export class Macros {
  readonly #values = new Map<string, string>();
  #size = 0;

  define(name: string, value: string): void {
    this.#size += name.length + value.length;
    if (this.#size <= mostDefined && value.length <= longestExpanded) this.#values.set(name.toLowerCase(), value);
  }

  /** What a name stands for; the name itself where nothing defines it, as for the months. */
  expand(name: string, room = longestExpanded): string {
    if (this.#values.size === 0) return name;
    const value = this.#values.get(name.toLowerCase());
    return value === undefined || value.length > room ? name : value;
  }
}
