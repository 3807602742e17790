import type { FormatName, FoundRecord, ReadReport } from '@throughline/formats';
import type { Comparable, Pair } from '@throughline/matching';

/** What a thread is started for. */
export type Task =
  | { readonly do: 'read'; readonly format: FormatName }
  | { readonly do: 'compare'; readonly records: readonly Comparable[] };

/** To a thread that reads: the next bytes of the file, asked for one piece at a time; none at its end. */
export interface Piece {
  readonly bytes: Uint8Array | undefined;
}

export type FromThread =
  | { readonly wants: true }
  | { readonly found: readonly FoundRecord[] }
  | { readonly report: ReadReport }
  | { readonly pairs: readonly Pair[] }
  | { readonly failed: string };
