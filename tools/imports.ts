import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { sourceFiles } from './source-files.mjs';

/** One import: both ends are paths from the root of the tree, with forward slashes. */
export interface Import {
  from: string;
  to: string;
}

/** A tree of source files and what each imports of the others, type imports included. */
export interface Tree {
  files: string[];
  imports: Import[];
}

// An import or export statement starts its line; in a doc comment a star comes first, so examples do not count.
const statement = /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** The specifiers that a source text imports, as written. */
export function specifiers(text: string): string[] {
  return [statement, bare, dynamic].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** Where a specifier could lead: the compiled name stands for its source, a workspace name for its folder. */
function candidates(from: string, specifier: string): string[] {
  const inside = /^@throughline\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  if (inside) return sourceNames(`${inside[1]}/src/${inside[2] ?? 'index'}`);
  if (!specifier.startsWith('.')) return [];
  return sourceNames(posix.normalize(posix.join(posix.dirname(from), specifier)));
}

function sourceNames(path: string): string[] {
  const stem = path.replace(/\.js$/, '');
  return [path, `${stem}.ts`, `${stem}.tsx`, `${stem}.d.ts`, `${stem}/index.ts`];
}

/** Reads every TypeScript file below `root`. An import of a workspace that is not written yet still counts as its index. */
export function readTree(root: string): Tree {
  const files = sourceFiles(root);
  const known = new Set(files);
  const code = files.filter((file) => /\.tsx?$/.test(file));
  const imports = code.flatMap((from) =>
    specifiers(readFileSync(join(root, from), 'utf8')).flatMap((specifier) => {
      const paths = candidates(from, specifier);
      const to =
        paths.find((path) => known.has(path)) ?? (specifier.startsWith('@throughline/') ? paths[1] : undefined);
      return to === undefined ? [] : [{ from, to }];
    }),
  );
  return { files, imports };
}

/** Loops among the imports, each as its files in order with the first repeated at the end; none when there are none. */
export function cycles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const loops: string[][] = [];

  function walk(file: string, path: string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) loops.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  }

  for (const file of next.keys()) walk(file, []);
  return loops;
}
