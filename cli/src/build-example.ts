import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Desk, type Material, type ReviewId, asId, journey } from '@throughline/core';
import { type ExampleName, exampleFolder, readMaterial } from '@throughline/examples';
import { deskFor } from '@throughline/server';
import { OpenReview, createSqlite } from '@throughline/storage';
import { commandWords, fill } from '@throughline/words';
import { CommandProblem } from './command.js';
import { withReview } from './opened.js';
import { type Progress, bar } from './progress.js';

/**
 * Makes sure that an example's review is in a file: built through the public path into a file beside, which is then moved
 * into place, so that there is never half a review under the name. One that is there already is kept with whatever was
 * done in it since.
 */
export async function buildExample(name: ExampleName, path: string, progress: Progress): Promise<'built' | 'kept'> {
  const folder = exampleFolder(name);
  const { material, names } = await readMaterial(folder);
  const id = reviewIn(material);
  if (await isThere(path)) {
    await sameReview(path, id);
    return 'kept';
  }
  await makeFolder(dirname(path));
  const beside = join(dirname(path), `.${randomUUID().slice(0, 8)}.building`);
  try {
    await build(beside, id, material, (open) => told(deskFor(open, folder, names), thingsIn(material), progress));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    progress.end();
  }
  return 'built';
}

async function build(
  path: string,
  id: ReviewId,
  material: Material,
  deskOf: (open: OpenReview) => Desk,
): Promise<void> {
  const keeper = await createSqlite(path);
  try {
    const open = await OpenReview.begin(keeper, id);
    try {
      await journey(material, deskOf(open));
    } finally {
      await open.close();
    }
  } finally {
    await keeper.close();
  }
}

function reviewIn({ start }: Material): ReviewId {
  const about = start.find(({ thing }) => thing === 'review');
  if (about === undefined) throw new TypeError('the material of the example starts no review');
  return asId<ReviewId>(about.id);
}

const thingsIn = (material: Material): number => Object.values(material).reduce((sum, list) => sum + list.length, 0);

/** The same desk, telling how much of the material it has made. */
function told(desk: Desk, of: number, progress: Progress): Desk {
  let done = 0;
  const counting =
    <A>(work: (given: A) => Promise<void>, size: (given: A) => number) =>
    async (given: A): Promise<void> => {
      await work(given);
      done += size(given);
      if (size(given) > 0) progress.step(fill(commandWords.demo.progress, { bar: bar(done, of), done, of }));
    };
  return {
    make: counting(
      (things) => desk.make(things),
      (things) => things.length,
    ),
    importFile: counting(
      (file) => desk.importFile(file),
      () => 1,
    ),
    attach: counting(
      (document) => desk.attach(document),
      () => 1,
    ),
  };
}

async function sameReview(path: string, id: ReviewId): Promise<void> {
  await withReview(path, async ({ open }) => {
    if (open.id !== id) throw new CommandProblem('demo.otherReview', { path });
  });
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * A folder that is still to be made, with those above it; a name that is taken by a file, or a place where none can be
 * made, says so. One by one: Node's own way never ends where the system answers that a folder it has is not there.
 */
async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found !== undefined) throw new CommandProblem('file.notAFolder', { path });
  await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return;
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code))
      throw new CommandProblem('file.folderReadOnly', { path, folder: dirname(path) });
    throw error;
  }
}
