import { useEffect, useRef } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const inDialog = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** One letter for a frequent act, anywhere on the page; not while somebody types, nor under an open dialog. */
export function useLetter(letter: string, act: () => void, on = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== letter || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || inDialog())
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [letter, on]);
}

/** A key with Ctrl, or with Cmd on a Mac. Undo is left to the text while somebody types. */
export function useCommand(key: string, act: () => void, whileTyping = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      if (!whileTyping && typing(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [key, whileTyping]);
}
