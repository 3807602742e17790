import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Register,
  type ReviewStore,
  folderStore,
  openBlobs,
  openRegister,
  postgresStore,
  type RegisterPlace,
} from '@throughline/storage';

/** Where a team's server keeps everything: a folder, or a database with, where it is said, another place for files. */
export type PlaceNamed = { readonly folder: string } | { readonly database: string; readonly blobs?: string };

/** A file of the folder that cannot be served, and why. */
export interface LeftOutEntry {
  readonly event: 'leftOut';
  readonly path: string;
  readonly code: string;
}

export interface ServerPlace {
  readonly store: ReviewStore;
  readonly register: Register;
  readonly close: () => Promise<void>;
}

/** Opens it; a folder that is not there is made. Rejects with a StoreProblem where it cannot be used. */
export async function openServerPlace(
  named: PlaceNamed,
  leftOut: (entry: LeftOutEntry) => void = () => {},
): Promise<ServerPlace> {
  if ('folder' in named) await mkdir(resolve(named.folder), { recursive: true });
  const store = await openStore(named, leftOut);
  try {
    const register = await openRegister(registerPlaceOf(named));
    const close = async () => {
      await register.close();
      await store.close();
    };
    return { store, register, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Where the register of such a place is. */
export const registerPlaceOf = (named: PlaceNamed): RegisterPlace =>
  'folder' in named ? { folder: resolve(named.folder) } : { database: named.database };

async function openStore(named: PlaceNamed, leftOut: (entry: LeftOutEntry) => void): Promise<ReviewStore> {
  if ('folder' in named) {
    const store = await folderStore(named.folder);
    for (const { file, code } of await store.leftOut()) leftOut({ event: 'leftOut', path: file, code });
    return store;
  }
  const { database, blobs } = named;
  return postgresStore(database, blobs === undefined ? {} : { blobs: await openBlobs(blobs) });
}
