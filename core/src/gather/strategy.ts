/** One line of a search as it was run. */
export interface StrategyLine {
  /** As its platform numbers it: "1", "S1", "#1". */
  readonly line: string;
  readonly query: string;
  /** How many records it found; absent where the text does not say. */
  readonly hits?: number;
}

/**
 * Takes a pasted search strategy apart. The text itself is what is kept; this only reads it. Known are the histories of
 * Ovid ("1  exp Primary Care/ (1234)", or with tabs), EBSCOhost ("S1 …"), PubMed (its page and its CSV), Web of Science,
 * Embase.com and the Cochrane Library ("#1 …"), in the order in which they stand: some are printed from the last line to
 * the first. What stands between two numbers belongs to the first of them. Empty where no line is numbered.
 */
export function strategyLines(text: string): StrategyLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const style = styleOf(lines);
  if (style === undefined) return [];
  const found: { label: string; parts: string[] }[] = [];
  for (const each of lines) {
    const start = startOf(each, style, found.at(-1)?.label);
    if (start !== undefined) found.push({ label: start.label, parts: [start.rest] });
    else if (each.trim() !== '') found.at(-1)?.parts.push(each);
  }
  return found.map(({ label, parts }) => ({ line: label, ...(style === 'csv' ? ofCsv(parts) : ofCells(parts)) }));
}

/** How a platform marks its line numbers: a letter, a number sign, a cell of their own, or the bare number. */
const starts = {
  S: /^\s*(S\d{1,4})\b[.):]?(.*)$/,
  '#': /^\s*(#\d{1,4})\b[.):]?(.*)$/,
  csv: /^(\d{1,4}),(.*)$/,
  bare: /^\s*(\d{1,4})(?:[.):](?!\d)|\s)(.*)$/,
};
type Style = keyof typeof starts;
const styles = Object.keys(starts) as readonly Style[];

/** The first line that is numbered tells how all are; a search that combines lines ("#1 AND #2") is numbered itself. */
function styleOf(lines: readonly string[]): Style | undefined {
  for (const each of lines) {
    const style = styles.find((name) => starts[name].test(each));
    if (style !== undefined) return style;
  }
  return undefined;
}

/** A line that starts with a number is one of the search only where the number is next to the one before. */
function startOf(text: string, style: Style, before: string | undefined): { label: string; rest: string } | undefined {
  const [, label = '', rest = ''] = starts[style].exec(text) ?? [];
  if (label === '') return undefined;
  if (before !== undefined && Math.abs(numberOf(label) - numberOf(before)) !== 1) return undefined;
  return { label, rest };
}

const numberOf = (label: string): number => Number(label.replace(/\D/g, ''));

type Read = Omit<StrategyLine, 'line'>;
const readAs = (query: string, hits: string | undefined): Read => ({
  query: query.replace(/\s+/g, ' ').trim(),
  ...(hits === undefined ? {} : { hits: numberOf(hits) }),
});

/** "1,234", "1 234", "1.234", "1234"; bounded, so that a long row of digits costs nothing. */
const number = String.raw`\d{1,3}(?:[,.\u00a0\u202f ]\d{3}){1,3}|\d{1,9}`;

/** PubMed's history as it is downloaded: number, query, three cells of settings, hits, and the time of day. */
function ofCsv(parts: readonly string[]): Read {
  const text = parts.join(' ');
  const [, quoted, bare] = /^(?:"((?:[^"]|"")*)"|([^",]*)),/.exec(text) ?? [];
  const [, hits] = new RegExp(String.raw`,"?(${number})"?,\d{1,2}:\d{2}:\d{2}\s{0,9}$`).exec(text) ?? [];
  return readAs(quoted?.replaceAll('""', '"') ?? bare ?? text, hits);
}

/** The hits stand at the end of the line, in brackets or in a cell of their own; some print the time after them. */
function ofCells(parts: readonly string[]): Read {
  const cells = parts.flatMap((part) => part.split('\t')).map((cell) => cell.trim());
  const said = cells.filter((cell) => cell !== '' && !ofTheTable.test(cell));
  const alone = said.findLastIndex((cell) => aloneInCell.test(cell));
  if (alone > 0) return readAs(said.filter((_, at) => at !== alone).join(' '), said[alone]);
  const last = said.at(-1) ?? '';
  const match = atEnd.map((pattern) => pattern.exec(last)).find((each) => each !== null);
  const query = [...said.slice(0, -1), last.slice(0, match?.index)];
  return readAs(query.join(' '), match?.[1]);
}

const aloneInCell = new RegExp(String.raw`^[([]?(?:${number})[)\]]?(?: (?:results|hits|records))?$`, 'i');
const atEnd = [
  new RegExp(String.raw`\((${number})\)$`),
  new RegExp(String.raw`\[(${number})\]$`),
  // "1,234 results", "Results: 1,234"
  new RegExp(String.raw`\(?\b(${number}) (?:results|hits|records)\)?$`, 'i'),
  new RegExp(String.raw`\(?\b(?:results|hits|records) ?: ?(${number})\)?$`, 'i'),
  // A column of its own that became spaces.
  new RegExp(String.raw`(?<=\s\s)(${number})$`),
];
/** Times, dates and buttons of a printed history are no part of the search. */
const ofTheTable =
  /^(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}[-/. ][A-Za-z0-9]{2,9}[-/. ]\d{4}|advanced|search|add|delete|view results|edit)$/i;
