import { type RefObject, useRef, useState } from 'react';
import { useHouse } from '../../../house/HouseContext.js';

/**
 * Rows of a list that somebody has dealt with here: they go at once, and come back when the change is taken back or
 * refused. The focus goes to the row that follows, or to the list.
 */
export function useAnsweredRows(): {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly isAnswered: (row: string) => boolean;
  readonly answered: (row: string, change: string) => void;
} {
  const { held, done } = useHouse();
  const list = useRef<HTMLDivElement>(null);
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const standing = new Set<string>([...held.waiting.map(({ change }) => change.id), ...done.map(({ id }) => id)]);
  return {
    list,
    isAnswered: (row) => standing.has(changes[row] ?? ''),
    answered: (row, change) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.findIndex((each) => each.dataset.row === row);
      const next = rows[at + 1] ?? rows[at - 1];
      setChanges((before) => ({ ...before, [row]: change }));
      requestAnimationFrame(() => (next?.querySelector<HTMLElement>('button') ?? list.current)?.focus());
    },
  };
}
