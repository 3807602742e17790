import { openRegister, postgresStore } from '@throughline/storage';
import { type Kept, atTheServer } from './at-the-server.js';
import type { Place } from './place.js';

/** A database that nothing else uses, and how to drop it. */
export type FreshDatabase = () => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;

/** A team's server on databases of its own. */
export const onPostgres = (fresh: FreshDatabase): Place => ({
  name: 'on PostgreSQL',
  holder: false,
  open: async (options) => atTheServer(await keptInADatabase(fresh), options),
});

export async function keptInADatabase(fresh: FreshDatabase): Promise<Kept> {
  const { url, drop } = await fresh();
  const store = await postgresStore(url);
  const register = await openRegister({ database: url });
  return {
    store,
    register,
    remove: async () => {
      await register.close();
      await store.close();
      await drop();
    },
  };
}
