import { elementsAt, isElement, lineOf, type XmlElement } from '../xml/element.js';
import { rules } from './tags.js';

/** The first abstract that has words (a picture has none), a paragraph or a heading a line. */
export function abstractOf(work: XmlElement): string | undefined {
  return elementsAt(work, 'abstract')
    .map(paragraphsOf)
    .find((text) => text !== undefined);
}

/** Paragraphs of anything in JATS. The heading "Abstract" over the whole says nothing. */
export function paragraphsOf(abstract: XmlElement): string | undefined {
  const lines = linesOf(abstract);
  if (lines.length > 1 && /^abstract:?$/i.test(lines[0] ?? '')) lines.shift();
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Text beside paragraphs is a paragraph too. */
function linesOf(element: XmlElement): string[] {
  const lines: string[] = [];
  let run: (XmlElement | string)[] = [];
  const close = () => {
    const line = lineOf({ name: '', attributes: {}, children: run });
    if (line !== undefined) lines.push(line);
    run = [];
  };
  for (const child of element.children) {
    if (!isElement(child) || rules.inline.has(child.name)) run.push(child);
    else {
      close();
      lines.push(...linesOf(child));
    }
  }
  close();
  return lines;
}
