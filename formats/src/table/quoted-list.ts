/**
 * The items of a list as Python and JSON print it ("['Marx, Karl', \"O'Brien\"]"), or R ('c("Marx, Karl", "O\'Brien")');
 * undefined where the text is none.
 */
export function quotedList(text: string): string[] | undefined {
  const printed = text.trim();
  const inner = /^c\(\s*["']/.test(printed) && printed.endsWith(')') ? `[${printed.slice(2, -1)}]` : printed;
  if (!inner.startsWith('[') || !inner.endsWith(']') || !/^\[\s*(?:['"]|\])/.test(inner)) return undefined;
  const items: string[] = [];
  let at = 1;
  while (at < inner.length - 1) {
    const mark = inner[at];
    if (mark === '"' || mark === "'") {
      const end = closing(inner, at);
      if (end < 0) return undefined;
      items.push(inner.slice(at + 1, end).replace(/\\(.)/g, '$1'));
      at = end + 1;
    } else if (mark === ',' || mark === ' ' || mark === '\n') at += 1;
    else return undefined;
  }
  return items;
}

function closing(text: string, from: number): number {
  const mark = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === mark) return at;
  }
  return -1;
}
