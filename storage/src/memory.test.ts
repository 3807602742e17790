import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformance } from './conformance.js';
import { MemoryStore, memoryKeeper } from './memory.js';
import { openSqlite } from './sqlite/keeper.js';

conformance('memory', async () => {
  const store = new MemoryStore();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-memory-'));
  const keeper = memoryKeeper(store);
  let copies = 0;
  return {
    keeper,
    another: async () => memoryKeeper(store),
    reopened: async () => {
      await keeper.close();
      return memoryKeeper(store);
    },
    freePath: () => {
      copies += 1;
      return join(folder, `copy ${copies}.throughline`);
    },
    openCopy: openSqlite,
    remove: async () => {
      await keeper.close();
      await rm(folder, { recursive: true });
    },
  };
});
