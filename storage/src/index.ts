// The contents page of storage: the contract, the keepers, and the one loop on top of them.
export * from './contract.js';
export * from './hash.js';
export * from './memory.js';
export * from './sqlite/keeper.js';
export * from './people.js';
export * from './open-review.js';
export * from './start-review.js';
