import type { Block, Facts, Item, List, Paragraph, Picture, Row, SourceLines, Table } from '../scene/blocks.js';
import { lineHtml, placeAttributes } from './line.js';
import { type Markup, attributes, html } from './markup.js';
import { pictureHtml } from './picture.js';
import type { Places } from './places.js';

/** One block of a report as HTML. */
export function blockHtml(block: Block, places: Places): Markup {
  switch (block.is) {
    case 'paragraph':
      return paragraphHtml(block, places);
    case 'list':
      return listHtml(block, places);
    case 'table':
      return tableHtml(block, places);
    case 'facts':
      return factsHtml(block, places);
    case 'picture':
      return captioned(block, places);
    case 'source-lines':
      return sourceLinesHtml(block);
  }
}

function paragraphHtml({ line, about, role }: Paragraph, places: Places): Markup {
  const own = about === undefined ? {} : placeAttributes(about);
  return html`<p${attributes({ ...own, class: role })}>${lineHtml(line, places)}</p>\n`;
}

function listHtml({ items, numbered }: List, places: Places): Markup {
  const inside = items.map((item) => itemHtml(item, places));
  return numbered ? html`<ol>\n${inside}</ol>\n` : html`<ul>\n${inside}</ul>\n`;
}

function itemHtml({ line, about, elsewhere, under }: Item, places: Places): Markup {
  const own = about === undefined ? {} : placeAttributes(about, elsewhere);
  const inner = under === undefined || under.length === 0 ? undefined : listHtml({ is: 'list', items: under }, places);
  return html`<li${attributes(own)}>${lineHtml(line, places)}${inner}</li>\n`;
}

/** A table in a frame of its own that scrolls sideways where the page is narrow; the keyboard reaches the frame. */
function tableHtml({ caption, head, rows, numbers = [] }: Table, places: Places): Markup {
  const heads = head.map((word, at) => html`<th scope="col"${classOf(numbers, at)}>${word}</th>`);
  const body = rows.map((row) => rowHtml(row, numbers, places));
  return html`<div class="frame" tabindex="0" role="group" aria-label="${caption.map((run) => (typeof run === 'string' ? run : run.text)).join('')}"><table>
<caption>${lineHtml(caption, places)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody></table></div>\n`;
}

function rowHtml(
  { cells, places: own = [], about, elsewhere }: Row,
  numbers: readonly number[],
  places: Places,
): Markup {
  const inside = cells.map((cell, at) => {
    const place = own[at];
    const attached = attributes({
      class: numbers.includes(at) ? 'number' : undefined,
      ...(place === undefined ? {} : placeAttributes(place)),
    });
    return at === 0
      ? html`<th scope="row"${attached}>${lineHtml(cell, places)}</th>`
      : html`<td${attached}>${lineHtml(cell, places)}</td>`;
  });
  return html`<tr${attributes(about === undefined ? {} : placeAttributes(about, elsewhere))}>${inside}</tr>\n`;
}

const classOf = (numbers: readonly number[], at: number): Markup =>
  attributes({ class: numbers.includes(at) ? 'number' : undefined });

function factsHtml({ facts }: Facts, places: Places): Markup {
  const each = facts.map(({ term, said, about }) => {
    const own = attributes(about === undefined ? {} : placeAttributes(about));
    return html`<div${own}><dt>${term}</dt>${said.map((line) => html`<dd>${lineHtml(line, places)}</dd>`)}</div>\n`;
  });
  return html`<dl>\n${each}</dl>\n`;
}

function captioned(picture: Picture, places: Places): Markup {
  const drawing = pictureHtml(picture, places);
  return html`<figure id="figure-${picture.name}"><div class="frame" tabindex="0" role="group" aria-label="${picture.title}">${drawing}</div>
<figcaption>${lineHtml(picture.caption, places)}</figcaption></figure>\n`;
}

/** The lines of a file with their numbers, which are not copied with the text. */
function sourceLinesHtml({ from, text }: SourceLines): Markup {
  const lines = text.split('\n').map((line, at) => html`<span data-line="${from + at}">${line}\n</span>`);
  return html`<pre class="source">${lines}</pre>\n`;
}
