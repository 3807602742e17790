import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHouse } from '../house/HouseContext.js';
import { mayWork, roomAt } from '../house/who.js';

/** May whoever looks at this page change things in its room? */
function useMayWork(): boolean {
  const { held, me } = useHouse();
  const { pathname } = useLocation();
  const room = roomAt(pathname);
  return room === undefined || mayWork(held.shown, me.person, room);
}

/** What only those see who may change things in the room: nobody is offered what would be refused. */
export function MayWork({ children }: { readonly children: ReactNode }) {
  return useMayWork() ? children : null;
}
