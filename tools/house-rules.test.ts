import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { arrows } from './house.js';
import { breaches } from './house-rules.js';
import { specifiers } from './imports.js';
import { root } from './steps.mjs';

const planted: string[] = [];

/** A small tree with three rooms, and the given files added. */
function tree(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-house-'));
  planted.push(folder);
  const rooms = "export const rooms = [{ name: 'plan' }, { name: 'gather' }, { name: 'screen' }] as const;\n";
  for (const [path, text] of Object.entries({ 'core/src/rooms.ts': rooms, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the house rules', () => {
  it('hold in this tree', () => {
    expect(breaches(root)).toEqual([]);
  });

  it('let a room import earlier rooms and the floor', () => {
    const found = breaches(
      tree({
        'core/src/ids.ts': 'export type Id = string;\n',
        'core/src/plan/plan.ts': "import type { Id } from '../ids.js';\nexport type Plan = Id;\n",
        'core/src/screen/votes.ts': "import type { Plan } from '../plan/plan.js';\nexport type Vote = Plan;\n",
        'core/src/review.ts': "export * from './screen/votes.js';\n",
      }),
    );
    expect(found).toEqual([]);
  });

  it('name a room that imports a later room', () => {
    const found = breaches(
      tree({
        'core/src/plan/plan.ts': "import type {\n  Vote,\n} from '../screen/votes.js';\nexport type Plan = Vote;\n",
        'core/src/screen/votes.ts': 'export type Vote = string;\n',
      }),
    );
    expect(found).toEqual([
      'core/src/plan/plan.ts imports core/src/screen/votes.ts: the room plan may import the floor and, of the rooms, nothing.',
    ]);
  });

  it('name a floor file that imports a room', () => {
    const found = breaches(
      tree({
        'core/src/ids.ts': "import { plan } from './plan/plan.js';\nexport const id = plan;\n",
        'core/src/plan/plan.ts': 'export const plan = 1;\n',
      }),
    );
    expect(found).toEqual(['core/src/ids.ts imports core/src/plan/plan.ts: the floor may import only the floor.']);
  });

  it('name a folder of core that is no room', () => {
    const [found] = breaches(tree({ 'core/src/attic/box.ts': 'export const box = 1;\n' }));
    expect(found).toMatch(/^core\/src\/attic\/box\.ts is in no room/);
  });

  it('name an import against the arrows, tests aside', () => {
    const found = breaches(
      tree({
        'core/src/index.ts': 'export const core = 1;\n',
        'formats/src/ris.ts': "import { core } from '@throughline/core';\nexport const ris = core;\n",
        'matching/src/block.ts': "export const late = () => import('@throughline/core');\n",
        'matching/src/block.test.ts': "import { ris } from '@throughline/formats/ris';\nris;\n",
      }),
    );
    expect(found).toEqual([
      'matching/src/block.ts imports core/src/index.ts: of the other folders, matching may import nothing.',
    ]);
  });

  it('name the files of an import cycle, type imports counted', () => {
    const found = breaches(
      tree({
        'figures/src/scene.ts': "import type { Place } from './layout.js';\nexport type Scene = Place;\n",
        'figures/src/layout.ts': "export type { Box as Place } from './box.js';\n",
        'figures/src/box.ts': "import type { Scene } from './scene.js';\nexport type Box = Scene[];\n",
      }),
    );
    expect(found).toHaveLength(1);
    for (const file of ['scene.ts', 'layout.ts', 'box.ts']) expect(found[0]).toContain(`figures/src/${file}`);
  });

  it('name a web room that imports another room', () => {
    const found = breaches(
      tree({
        'web/src/rooms/screen/Screen.tsx': "import { Plan } from '../plan/Plan.js';\nexport const Screen = Plan;\n",
        'web/src/rooms/plan/Plan.tsx': "import '../../ui/tokens.css';\nexport const Plan = 1;\n",
        'web/src/ui/tokens.css': ':root {}\n',
      }),
    );
    expect(found).toEqual([
      'web/src/rooms/screen/Screen.tsx imports web/src/rooms/plan/Plan.tsx: a room of the web may import what all rooms share, never another room.',
    ]);
  });

  it.each(['server/src/utils/x.ts', 'server/src/Helpers.ts', 'web/src/common.css'])(
    'name the empty name %s',
    (path) => {
      expect(breaches(tree({ [path]: '' }))[0]).toContain(`${path}: the name`);
    },
  );
});

describe('imports', () => {
  it('are read in every form, and not from comments', () => {
    const text = [
      "import './a.css';",
      "import b, { type B } from './b.js';",
      "export * from './c.js';",
      "type D = import('./d.js').D;",
      "/**\n * import x from './not.js';\n */",
      "// import y from './nor.js';",
    ].join('\n');
    expect(specifiers(text).sort()).toEqual(['./a.css', './b.js', './c.js', './d.js']);
  });
});

describe.each(Object.entries(arrows))('the folder %s', (folder, allowed) => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, folder, file), 'utf8'));

  it('gives the compiler the arrows of the house', () => {
    const references: { path: string }[] = read('tsconfig.json').references ?? [];
    expect(references.map(({ path }) => path.replace('../', '')).sort()).toEqual([...allowed].sort());
  });

  it('gives npm no workspace beyond its arrows', () => {
    const names = Object.keys(read('package.json').dependencies ?? {}).filter((name) =>
      name.startsWith('@throughline/'),
    );
    for (const name of names) expect(allowed).toContain(name.replace('@throughline/', ''));
  });
});
