import type { Ref, ShelfName } from '@throughline/core';
import { evidenceWords } from '@throughline/words';

/** What in the document can be chosen: links, parts of figures, and the button that each statement is given here. */
const openers = 'a[data-on], g[data-on], span[data-on], button[data-on]';

/** Statements and their headings say something as a whole, with links inside: they are given a button of their own. */
const statements = 'li[data-on="synthesise.claims"], section[data-on="synthesise.constructs"] > :is(h2, h3, h4, h5)';

/** Lets everything that stands for a thing open its evidence, by pointer and by keyboard alike. */
export function listen(page: Document, choose: (ref: Ref, from: Element) => void): void {
  for (const opener of page.querySelectorAll(`g[data-on]:not(a g), span[data-on]`)) {
    opener.setAttribute('role', 'button');
    opener.setAttribute('tabindex', '0');
  }
  for (const statement of page.querySelectorAll(statements)) statement.append(' ', openerFor(statement));
  page.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (open(event.target, choose)) event.preventDefault();
  });
  page.addEventListener('keydown', (event) => {
    const links = event.target instanceof Element && ['a', 'button'].includes(event.target.localName);
    if ((event.key === 'Enter' || event.key === ' ') && !links && open(event.target, choose)) event.preventDefault();
  });
}

/** "Evidence", for the thing that this place of the document is about. */
function openerFor(place: Element): HTMLButtonElement {
  const about = place.closest('[data-on]');
  const button = place.ownerDocument.createElement('button');
  button.type = 'button';
  button.className = 'evidence-opener';
  button.textContent = evidenceWords.title;
  button.setAttribute('aria-label', `${evidenceWords.title}: ${(place.textContent ?? '').trim().slice(0, 120)}`);
  for (const name of ['data-on', 'data-id']) button.setAttribute(name, about?.getAttribute(name) ?? '');
  return button;
}

function open(target: EventTarget | null, choose: (ref: Ref, from: Element) => void): boolean {
  const opener = target instanceof Element ? target.closest(openers) : null;
  const [on, id] = [opener?.getAttribute('data-on'), opener?.getAttribute('data-id')];
  // A count of the flow is no thing of a shelf: its link leads on inside the document.
  if (opener === null || !on || !id || on === 'screen.flow') return false;
  choose({ on: on as ShelfName, id }, opener);
  return true;
}
