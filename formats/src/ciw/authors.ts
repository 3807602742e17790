import { namesInLine } from '../tagged/names.js';
import type { Values } from '../tagged/values.js';

/**
 * AU has the short names ("Vale, RT"), AF the full ones ("Vale, Robin T."), in the same order: AF where it is as long, so
 * that a list which one of them cuts is read from the other. Then the authors of the book, and groups behind the people.
 */
export function authorsOf(values: Values): string[] {
  const full = namesIn(values, 'AF');
  const short = namesIn(values, 'AU');
  const people = full.length > 0 && full.length >= short.length ? full : short;
  const ofBook = people.length > 0 ? people : longer(namesIn(values, 'BF'), namesIn(values, 'BA'));
  const groups = namesIn(values, 'CA').filter((group) => !ofBook.includes(group));
  const all = [...ofBook, ...groups];
  return all.length > 0 ? all : namesIn(values, 'GP');
}

export function editorsOf(values: Values): string[] {
  const editors = namesIn(values, 'BE');
  return editors.length > 0 ? editors : namesIn(values, 'ED');
}

const longer = (left: string[], right: string[]): string[] => (left.length >= right.length ? left : right);

/** One a line; the databases of other makers put all into one ("Vale, Robin; Okafor, Chidi") and write addresses behind. */
function namesIn(values: Values, tag: string): string[] {
  const lines = values.lines(tag);
  const [only] = lines;
  const names = lines.length === 1 && only !== undefined ? namesInLine(only) : lines;
  return names.map(withoutAddress).filter((name) => name !== '');
}

function withoutAddress(name: string): string {
  const at = name.indexOf('@') < 0 ? -1 : name.lastIndexOf('(');
  return (at > 0 ? name.slice(0, at) : name).trim();
}
