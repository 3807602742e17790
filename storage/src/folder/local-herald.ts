import type { Herald } from '../store.js';

/** Longer word is not passed on: what carries it between processes elsewhere takes no more. */
const mostBytes = 4000;

/** A herald within this process. A listener that throws harms neither who tells nor the others. */
export function localHerald(): Herald {
  const listeners = new Set<(word: string) => void>();
  return {
    tell(word) {
      if (Buffer.byteLength(word) > mostBytes) return;
      for (const listener of listeners) queueMicrotask(() => heardBy(listener, word));
    },
    hear(listener) {
      const own = (word: string) => listener(word);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}

function heardBy(listener: (word: string) => void, word: string): void {
  try {
    listener(word);
  } catch {
    // Word is kept nowhere, and neither is what went wrong with it.
  }
}
