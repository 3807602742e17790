import { createReadStream } from 'node:fs';

/** Everything that a format finds in a file. */
export async function foundIn(format, file) {
  const found = [];
  for await (const each of format.read(createReadStream(file))) found.push(each);
  return found;
}
