import type { Io } from './io.js';

/** Tells on standard error how far long work has come: on a terminal as one line that draws over itself. */
export interface Progress {
  readonly step: (text: string) => void;
  /** Clears the line; what follows starts on a line of its own. */
  readonly end: () => void;
}

export function progressOn(io: Pick<Io, 'err' | 'errIsTerminal'>): Progress {
  if (!io.errIsTerminal) return { step: (text) => io.err(`${text}\n`), end: () => {} };
  const clear = '\r\u001b[2K';
  return { step: (text) => io.err(`${clear}${text}`), end: () => io.err(clear) };
}

/** "[######----]", for work whose end is known. */
export function bar(done: number, of: number, width = 24): string {
  const full = of === 0 ? width : Math.round((Math.min(done, of) / of) * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}
