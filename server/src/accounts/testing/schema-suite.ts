import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import type { Kept } from '../../testing/at-the-server.js';
import { signInLibrary } from '../sign-in-library.js';

/** The tables that the register makes are those that the sign-in library asks for. */
export function schemaSuite(name: string, keep: () => Promise<Kept>): void {
  test(`the sign-in library finds every table and column that it needs on ${name}`, { timeout: 60_000 }, async () => {
    const { register, remove } = await keep();
    const { options } = signInLibrary({
      ...{ register, origin: 'http://127.0.0.1', openId: [], onTrouble: () => {} },
      hash: async () => '',
    });
    const missing = await getMigrations(options);
    expect([missing.toBeCreated, missing.toBeAdded, missing.toBeAddedIndexes]).toEqual([[], [], []]);
    expect(missing.unsafeChanges).toEqual([]);
    await remove();
  });
}
