import { readFile } from 'node:fs/promises';

const built = (name: string): URL => new URL(`../../reader/dist/${name}`, import.meta.url);

/** The built HTML reader (reader/), to go into a document. Undefined where it has not been built: the links lead on alone. */
export async function builtReader(): Promise<{ readonly script: string; readonly style: string } | undefined> {
  try {
    const [script, style] = await Promise.all(['reader.js', 'reader.css'].map((name) => readFile(built(name), 'utf8')));
    return script === undefined || style === undefined ? undefined : { script, style };
  } catch {
    return undefined;
  }
}
