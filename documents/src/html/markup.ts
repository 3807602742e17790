/** Text that is markup already. Everything else that goes into a page is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = string | number | Markup | undefined | readonly Piece[];

/**
 * A piece of HTML: `` html`<p>${text}</p>` ``. What is put in is text, escaped for content and quoted attributes alike,
 * unless it was made by `html` itself; lists are joined; undefined is nothing.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.map((string, at) => string + written(pieces[at])).join(''));
}

function written(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  return Array.isArray(piece) ? piece.map(written).join('') : escaped(String(piece));
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? '#39'};`);

/** Attributes, the undefined ones left out: ` id="plan" data-on="read.reports"`. */
export const attributes = (given: Readonly<Record<string, string | number | undefined>>): Markup =>
  new Markup(
    Object.entries(given)
      .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
      .join(''),
  );
