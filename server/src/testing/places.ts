import { folderStore, openRegister } from '@throughline/storage';
import { type Kept, atTheServer } from './at-the-server.js';
import { atTheDesk } from './at-the-desk.js';
import type { Place } from './place.js';
import { temporaryFolder } from './review-file.js';

export const desk: Place = { name: 'at a desk', holder: true, open: atTheDesk };

/** A team's server on a folder of review files. */
export const onAFolder: Place = {
  name: 'on a folder',
  holder: false,
  open: async (options) => atTheServer(await keptInAFolder(), options),
};

export async function keptInAFolder(): Promise<Kept> {
  const { folder, remove } = await temporaryFolder();
  const store = await folderStore(folder);
  const register = await openRegister({ folder });
  return {
    store,
    register,
    remove: async () => {
      await register.close();
      await store.close();
      await remove();
    },
  };
}
