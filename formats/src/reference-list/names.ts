/** The names at the head of a reference. */
export interface Names {
  readonly authors: readonly string[];
  readonly etAl: boolean;
}

/** "Smith J", "da Silva A", "O’Brien N", "Castoe TA Jr": family name, then one to four initials. */
const person = /^\p{L}[\p{L}’'‘`. -]* (?:\p{Lu}[.-]?){1,4}(?: (?:Jr|Sr|II|III|2nd|3rd)\.?)?$/u;
/** One to five words without digits. */
const writtenOut = /^\p{L}[^\s\d]*(?: [^\s\d]+){0,4}$/u;
const familyOnly = /^\p{Lu}[\p{L}’'-]+$/u;

/** The persons that a text lists, or undefined where it is not a list of persons (an organisation, a title). */
export function personsOf(head: string): Names | undefined {
  const editors = head.replace(/,? \(?(?:editors?|eds?)\.?\)?$/i, '');
  const parts = editors
    .split(editors.includes(';') ? /; ?/ : /, ?/)
    .map((part) => part.replace(/^(?:and|&) /, '').trim());
  const authors = parts.filter((part) => !/^et al\.?$/i.test(part) && part !== '').map(withoutEtAl);
  const etAl = authors.length < parts.length || parts.some((part) => / et al\.?$/i.test(part));
  return authors.length > 0 && arePersons(authors, editors.includes(';')) ? { authors, etAl } : undefined;
}

/** Names divided by semicolons are written out in any way; divided by commas they are short enough to know. */
function arePersons(names: readonly string[], semicolons: boolean): boolean {
  if (names.every((name) => person.test(name))) return true;
  // Two would be one person: "Okafor, Chidi."
  if (names.length < (semicolons ? 2 : 3)) return false;
  return names.every((name) => (semicolons ? writtenOut : familyOnly).test(name));
}

function withoutEtAl(name: string): string {
  return name.replace(/,? et al\.?$/i, '');
}
