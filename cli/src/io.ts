/** What a command may touch of the world around it; tests bring their own. */
export interface Io {
  /** Standard output: the result, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: progress, notices, what went wrong. */
  readonly err: (text: string) => void;
  /** Everything on standard input, to its end. */
  readonly input: () => Promise<string>;
  /** Is standard error a terminal? Then progress is a bar that draws over itself. */
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths that a person types are meant from here. */
  readonly cwd: string;
  /** Resolves when the program is asked to stop (Ctrl+C, a signal). */
  readonly stopped: () => Promise<void>;
  /** Shows an address to the person, in the system's own way. */
  readonly show: (address: string) => void;
}
