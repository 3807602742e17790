import { bareDoi } from './letters.mjs';

const noRecords = ['comment', 'preamble', 'string'];

/** An @, a type, and everything up to the brace that closes it; not on a line that a percent sign takes out. */
export function bibtexRecords(text) {
  const strings = new Map();
  const records = [];
  for (const { type, body } of entries(text)) {
    if (type === 'string') for (const [name, value] of fieldsOf(`,${body}`, strings)) strings.set(name, value);
    if (noRecords.includes(type)) continue;
    const fields = fieldsOf(body, strings);
    const doi = [fields.get('doi'), fields.get('url')].map(bareDoi).find(Boolean);
    records.push({
      title: fields.get('title'),
      abstract: fields.get('abstract'),
      doi: fields.get('doi') ? doi : undefined,
    });
  }
  return records;
}

function* entries(text) {
  const opening = /@\s*([a-z][\w:+-]*)\s*([{(])/gi;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (text.slice(text.lastIndexOf('\n', match.index) + 1, match.index).startsWith('%')) continue;
    const end = closing(text, opening.lastIndex, match[2] === '{' ? '}' : ')');
    yield { type: match[1].toLowerCase(), body: text.slice(opening.lastIndex, end) };
    opening.lastIndex = end;
  }
}

/** Where braces are even again. */
function closing(text, from, close) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (depth === 0 && text[at] === close) return at;
    else if (text[at] === '}') depth -= 1;
  }
  return text.length;
}

/** The first value of each field, its pieces put together. */
function fieldsOf(body, strings) {
  const fields = new Map();
  const name = /,\s*([^\s,={}"]+)\s*=\s*/y;
  for (let at = body.indexOf(','); at >= 0 && at < body.length; at = body.indexOf(',', at)) {
    name.lastIndex = at;
    const [whole, field] = name.exec(body) ?? [];
    if (field === undefined) {
      at += 1;
      continue;
    }
    const { value, end } = valueAt(body, at + whole.length, strings);
    if (!fields.has(field.toLowerCase())) fields.set(field.toLowerCase(), value);
    at = end;
  }
  return fields;
}

function valueAt(body, from, strings) {
  const piece = /\s*(?:(\{)|(")|([^\s,#{}"]+))/y;
  let value = '';
  let at = from;
  for (;;) {
    piece.lastIndex = at;
    const match = piece.exec(body);
    if (match === null) return { value, end: at };
    const [, brace, quote, word] = match;
    if (word !== undefined) {
      value += strings.get(word.toLowerCase()) ?? word;
      at = piece.lastIndex;
    } else {
      const end = closing(body, piece.lastIndex, brace ? '}' : quote);
      value += body.slice(piece.lastIndex, end);
      at = end + 1;
    }
    const [more] = /^\s*#/.exec(body.slice(at, at + 200)) ?? [];
    if (more === undefined) return { value, end: at };
    at += more.length;
  }
}
