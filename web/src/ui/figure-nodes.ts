/** What a figure of ours is drawn with; anything else is left out, so that text of a review can never become a script. */
const drawn = new Set([
  'svg',
  'g',
  'title',
  'desc',
  'text',
  'tspan',
  'rect',
  'circle',
  'ellipse',
  'line',
  'path',
  'polygon',
  'polyline',
]);
const dangerous = /^(?:on|href$|xlink:href$|style$)/i;

/** The nodes of a figure, checked, its parts as buttons and its style sheet taken on by the page. */
export function figureNodes(svg: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement as unknown as SVGSVGElement;
  takeOnStyles(parsed);
  for (const element of [parsed, ...parsed.querySelectorAll('*')]) clean(element);
  const nodes = document.importNode(parsed, true);
  makeButtons(nodes);
  return nodes;
}

function clean(element: Element): void {
  if (!drawn.has(element.localName)) element.remove();
  for (const { name } of [...element.attributes]) if (dangerous.test(name)) element.removeAttribute(name);
}

const takenOn = new Set<string>();

/** The page forbids style elements; a constructed sheet is the same rules without one. */
function takeOnStyles(parsed: Element): void {
  for (const style of parsed.querySelectorAll('style')) {
    const text = style.textContent ?? '';
    if (takenOn.has(text)) continue;
    takenOn.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}

/** A picture hides its parts from a screen reader; a group with buttons does not. */
function makeButtons(nodes: SVGSVGElement): void {
  const parts = [...nodes.querySelectorAll<SVGElement>('[data-on]')];
  nodes.setAttribute('role', parts.length > 0 ? 'group' : 'img');
  for (const part of parts) besideItsParent(part);
  for (const part of parts) {
    part.setAttribute('role', 'button');
    part.setAttribute('tabindex', '0');
    part.setAttribute('aria-label', labelOf(part));
    for (const child of part.children) if (child.localName !== 'title') child.setAttribute('aria-hidden', 'true');
  }
}

/** A button holds no button: a row inside a box is drawn after the box, in the same place. */
function besideItsParent(part: SVGElement): void {
  const outer = part.parentElement?.closest('[data-on]');
  if (outer) outer.after(part);
}

/** What it is called says what is to be read on it, so that whoever speaks to the page can name it. */
function labelOf(part: SVGElement): string {
  const title = part.querySelector(':scope > title')?.textContent?.trim() ?? '';
  const read = [...part.querySelectorAll('text')].map((text) => text.textContent?.trim() ?? '').join(' ');
  return title.includes(read) ? title : read;
}
