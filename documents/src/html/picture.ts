import type { Target } from '@throughline/figures';
import type { Picture } from '../scene/blocks.js';
import { Markup, attributes, escaped, html } from './markup.js';
import { type Places, placeFor } from './places.js';

/**
 * A figure inline, with a link over every place on it that stands for something. The drawing then is a group of links
 * and no longer one image: a group may hold what the keyboard reaches.
 */
export function pictureHtml({ svg, width, targets }: Picture, places: Places): Markup {
  const drawing = svg
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(' role="img"', ` role="group" style="max-width:${Math.ceil(width)}px"`);
  const links = targets.map((target) => targetLink(target, places)).join('\n');
  return new Markup(drawing.replace(/<\/svg>\s*$/, () => `<g class="places">\n${links}\n</g></svg>`));
}

/**
 * Marks of the contribution table are many, and each only repeats what its construct's section says: the pointer
 * reaches them, the keyboard passes them by.
 */
function targetLink({ ref, report, label, x, y, width, height }: Target, places: Places): string {
  const place = placeFor(places, ref);
  const box = attributes({ x, y, width, height });
  const opens = attributes({ 'data-on': ref.on, 'data-id': ref.id, 'data-report': report }).text;
  const rect = html`<rect class="place"${box}><title>${label}</title></rect>`.text;
  if (place === undefined) return `<g${opens}>${rect}</g>`;
  const skipped = report === undefined ? '' : ' tabindex="-1"';
  return `<a href="#${escaped(place)}" aria-label="${escaped(label)}"${skipped}${opens}>${rect}</a>`;
}
