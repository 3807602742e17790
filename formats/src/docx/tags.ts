/** The tags of one part of a document, read one after the other (ECMA-376; names as the standard writes them). */
import { SaxesParser } from 'saxes';
import { FormatProblem } from '../problem.js';

export interface TagHandler {
  /** Names without their namespace's prefix: "p", "r", "fldChar". */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Entities that a part declares itself are never expanded: Word declares none. */
export function readTags(xml: string, handler: TagHandler): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    handler.open(local(name), (wanted) => {
      const key = Object.keys(attributes).find((each) => local(each) === wanted);
      return key === undefined ? undefined : attributes[key];
    });
  });
  parser.on('closetag', ({ name }) => handler.close(local(name)));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('error', () => {
    throw new FormatProblem('format.damaged');
  });
  parser.write(xml).close();
}
