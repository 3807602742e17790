import type { Review } from '@throughline/core';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Server } from './server.js';
import type { HouseState, HouseStore } from './store.js';

interface Open {
  readonly store: HouseStore;
  readonly server: Server;
}

const HouseContext = createContext<Open | undefined>(undefined);

export function HouseProvider({ open, children }: { readonly open: Open; readonly children: ReactNode }) {
  return <HouseContext value={open}>{children}</HouseContext>;
}

function useOpen(): Open {
  const open = useContext(HouseContext);
  if (open === undefined) throw new Error('A page of a review stands outside its house.');
  return open;
}

export const useStore = (): HouseStore => useOpen().store;
export const useServer = (): Server => useOpen().server;

/** The house as it is now; the component is drawn again whenever it changes. */
export function useHouse(): HouseState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** The review as it is shown: what is stored, and over it what was done here. */
export const useReview = (): Review => useHouse().held.shown;
