import { createReadStream } from 'node:fs';

/** Everything that a format finds in a file. */
export async function foundIn(format, file) {
  const found = [];
  for await (const each of format.read(createReadStream(file))) found.push(each);
  return found;
}

/** One measured row: how many of how many, and whether that reaches the goal (a share). */
export function row(name, measure, ours, of, goal) {
  return {
    case: name,
    measure,
    unit: 'count',
    ours,
    of,
    share: of === 0 ? 1 : ours / of,
    goal,
    holds: of === 0 || ours / of >= goal,
  };
}
