import { createReadStream } from 'node:fs';

/**
 * The least that reading can be: pieces decoded, cut into lines, each line's tag told from its value, every record
 * counted and let go. Nothing is understood. What a reader cannot go below, in the few lines that anybody would write.
 * `tagged` matches a tag and its value.
 */
export async function readBareTags(path: string, tagged: RegExp, last: string): Promise<number> {
  let records = 0;
  let open: { tag: string; value: string }[] = [];
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      const [, tag, value = ''] = tagged.exec(line) ?? [];
      const above = open.at(-1);
      if (tag !== undefined) open.push({ tag, value });
      else if (above !== undefined) above.value += line;
      if (tag !== last) continue;
      records += 1;
      open = [];
    }
  }
  return records;
}

/** The barest reading of entries: an @ at the beginning of a line, and where its braces are even again. */
export async function readBareEntries(path: string): Promise<number> {
  let [records, depth] = [0, 0];
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (depth === 0 && !line.startsWith('@')) continue;
      for (let at = 0; at < line.length; at += 1) {
        const letter = line.charCodeAt(at);
        if (letter === 123) depth += 1;
        else if (letter === 125) depth -= 1;
      }
      if (depth === 0) records += 1;
    }
  }
  return records;
}

async function* linesOf(path: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of createReadStream(path)) {
    const lines = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest + decoder.decode()];
}
