import type { Ref, ShelfName } from '@throughline/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What is selected stands in the address, so that it can be linked to and the way back leads back. */
export interface SeeSearch {
  readonly see?: string;
}

/** Reads "synthesise.claims/claim-7"; anything else selects nothing. */
function refIn(see: string | undefined): Ref | undefined {
  const found = /^([a-z]+\.[A-Za-z]+)\/(.+)$/.exec(see ?? '');
  return found === null ? undefined : { on: found[1] as ShelfName, id: found[2] ?? '' };
}

export const seeOf = ({ on, id }: Ref): string => `${on}/${id}`;

/** The selection of the whole workbench. */
export function useSelection(): { selected: Ref | undefined; select: (ref: Ref) => void; letGo: () => void } {
  const { see } = useSearch({ strict: false }) as SeeSearch;
  const navigate = useNavigate();
  const set = useCallback(
    (next: string | undefined) =>
      void navigate({ to: '.', search: (before: SeeSearch) => ({ ...before, see: next }), resetScroll: false }),
    [navigate],
  );
  const select = useCallback(
    (ref: Ref) => {
      rememberPlace();
      set(seeOf(ref));
    },
    [set],
  );
  return { selected: refIn(see), select, letGo: useCallback(() => set(undefined), [set]) };
}

let place: HTMLElement | SVGElement | undefined;
let byKeyboard = false;

/** Whoever works by the keyboard is taken to the evidence and back; a pointer stays where it is. */
if (typeof window !== 'undefined') {
  window.addEventListener(
    'keydown',
    () => {
      byKeyboard = true;
    },
    true,
  );
  window.addEventListener(
    'pointerdown',
    () => {
      byKeyboard = false;
    },
    true,
  );
}

export const worksByKeyboard = (): boolean => byKeyboard;

function rememberPlace(): void {
  const active = document.activeElement;
  const focusable = active instanceof HTMLElement || active instanceof SVGElement;
  if (focusable && active !== document.body && active.closest('[data-evidence]') === null) place = active;
}

/** Back to where the selection was made, if it is still on the page. */
export function backToPlace(): void {
  if (place?.isConnected) place.focus();
  else document.querySelector<HTMLElement>('main h1')?.focus();
}
