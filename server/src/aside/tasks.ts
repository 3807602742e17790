import type { FormatName, FormatProblemCode, ReadOptions, ReadReport, Unpacking } from '@throughline/formats';
import type { Telling, Told } from './told-records.js';

/** What a thread is started for. */
export type Task =
  | { readonly do: 'read'; readonly format: FormatName; readonly options: ReadOptions; readonly tell: Telling }
  | { readonly do: 'unpack'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly do: 'keep'; readonly format: FormatName; readonly bytes: Uint8Array };

/** To a thread that reads: the next bytes of the file, asked for one piece at a time; none at its end. */
export interface Piece {
  readonly bytes: Uint8Array | undefined;
}

export type FromThread =
  | { readonly wants: true }
  | { readonly found: readonly Told<Telling>[] }
  | { readonly report: ReadReport }
  | { readonly unpacked: Unpacking }
  | { readonly kept: Uint8Array }
  /** The file cannot be read as what it is; the words come from the catalogue. */
  | {
      readonly problem: {
        readonly code: FormatProblemCode;
        readonly values: Readonly<Record<string, string | number>>;
      };
    }
  | { readonly failed: string };
