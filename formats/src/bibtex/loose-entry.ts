import { isEntryType } from './entry-types.js';
import { nextEntry } from './entry-start.js';
import type { Entry, Field, Stretch } from './entry.js';
import type { Macros } from './macros.js';

const head = /@\s*([^\s{}()=,"#%@\\]+)\s*[{(]\s*(?:([^\s={},"]*)\s*,|([^\s={},"]*)[ \t]*(?=\n))?/y;
/** A field's name at the start of a line or behind a comma, with the beginning of a value. */
const boundary =
  /(?:(?:^|\n)[ \t]*(?:,[ \t]*)?|,[ \t]*)([A-Za-z][\w:.+-]{0,60})[ \t]*=[ \t]*(?=["{]|[\w.-]{1,40}[ \t]*(?:,[ \t]*)?(?:\n|$))/g;

/**
 * An entry whose braces or quotation marks do not close: every field lasts until the next field's name. Undefined where
 * this is no entry at all.
 */
export function looseEntry({ text, from, until }: Stretch, macros: Macros): Entry | undefined {
  head.lastIndex = from;
  const match = head.exec(text);
  if (match === null || head.lastIndex > until) return undefined;
  const [, type = '', key, alone] = match;
  const next = nextEntry(text, head.lastIndex);
  const end = next < 0 ? until : Math.min(next, until);
  // The comma behind the key may be the one before the first field.
  const bodyAt = Math.max(from, head.lastIndex - 1);
  const fields = fieldsIn(text.slice(bodyAt, end), macros);
  if (fields.length === 0 && !isEntryType(type)) return undefined;
  return { type, key: key ?? alone ?? '', fields, end, broken: true };
}

function fieldsIn(body: string, macros: Macros): Field[] {
  const names = [...body.matchAll(boundary)];
  return names.map((match, index) => {
    const next = names[index + 1];
    const value = body.slice(match.index + match[0].length, next?.index ?? body.length).trim();
    return { name: match[1] ?? '', value: undelimited(next === undefined ? withoutEnd(value) : value, macros) };
  });
}

/** Without the brace that closes the entry. */
function withoutEnd(value: string): string {
  const last = value.at(-1);
  if (last !== '}' && last !== ')') return value;
  const inner = trimmedCommas(value.slice(0, -1));
  const delimited = value.startsWith('{') || value.startsWith('"');
  return !delimited || inner.endsWith('}') || inner.endsWith('"') ? inner : value;
}

function undelimited(value: string, macros: Macros): string {
  const bare = trimmedCommas(value);
  const opening = bare[0];
  if (opening !== '{' && opening !== '"') return macros.expand(bare);
  const closing = opening === '{' ? '}' : '"';
  return bare.length > 1 && bare.endsWith(closing) ? bare.slice(1, -1) : bare.slice(1);
}

function trimmedCommas(value: string): string {
  let end = value.length;
  while (end > 0 && /[\s,]/.test(value[end - 1] ?? '')) end -= 1;
  return value.slice(0, end);
}
