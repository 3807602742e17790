import type { Line, Run } from '../scene/blocks.js';
import { type Markup, html } from './markup.js';
import { type Places, anchorOf, placeFor } from './places.js';

/** Runs of words, each dressed by what it is. */
export const lineHtml = (line: Line, places: Places): Markup[] => line.map((run) => runHtml(run, places));

function runHtml(run: Run, places: Places): Markup {
  if (typeof run === 'string') return html`${run}`;
  switch (run.as) {
    case 'link':
      return linkHtml(run, places);
    case 'section':
      return html`<a href="#${run.id}">${run.text}</a>`;
    case 'address':
      return html`<a class="outside" href="${run.href}" rel="noreferrer">${run.text}</a>`;
    case 'participants-words':
      return html`<q class="participants"><i>${run.text}</i></q>`;
    case 'authors-words':
      return html`<q class="authors">${run.text}</q>`;
    case 'words':
      return html`<q>${run.text}</q>`;
    case 'aside':
      return html`<small>${run.text}</small>`;
    case 'term':
      return html`<b>${run.text}</b>`;
  }
}

function linkHtml({ text, to }: Extract<Run, { as: 'link' }>, places: Places): Markup {
  const place = placeFor(places, to);
  if (place === undefined) return html`<span data-on="${to.on}" data-id="${to.id}">${text}</span>`;
  return html`<a href="#${place}" data-on="${to.on}" data-id="${to.id}">${text}</a>`;
}

/** What the place of a thing carries, so that it can be led to and, with the reader, opened. */
export const placeAttributes = ({ on, id }: { on: string; id: string }, elsewhere = false) => ({
  id: elsewhere ? undefined : anchorOf({ on: on as `${string}.${string}`, id }),
  'data-on': on,
  'data-id': id,
});
