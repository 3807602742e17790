import type { ReviewId } from '@throughline/core';
import type { StoreProblemCode } from '../contract.js';
import type { ReviewFile, Strange } from './review-file.js';

/** What a worker is started for. */
export type Task =
  | { readonly do: 'open'; readonly file: string; readonly patience: number; readonly strange?: Strange }
  | { readonly do: 'create'; readonly file: string; readonly patience: number }
  /** Brings what was written into the file itself, beside the thread that goes on with it. */
  | { readonly do: 'settle'; readonly file: string; readonly patience: number }
  | { readonly do: 'copy'; readonly file: string; readonly to: string }
  | { readonly do: 'whose'; readonly files: readonly string[] };

/** What the keeper may ask of its worker: the methods of a review's file, and to follow it. */
export type Method = {
  [Name in keyof ReviewFile]: ReviewFile[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof ReviewFile];
export type Arguments<Name extends Method> = Parameters<ReviewFile[Name]>;
export type Answer<Name extends Method> = ReturnType<ReviewFile[Name]>;

export type ToWorker =
  | { readonly call: number; readonly method: Method; readonly args: readonly unknown[] }
  /** Milliseconds between two looks for what others wrote; 0 to stop. */
  | { readonly follow: number }
  /** Another thread of the same keeper has written into the file. */
  | { readonly written: true };

export type FromWorker =
  /** The task is done; for `open` and `create` the file is open. */
  | { readonly ready: Done<ToldError> }
  | { readonly failed: ToldError }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly error: ToldError }
  | { readonly moved: true };

/** What a thread says when its task is done: of a file that is open, or whose the files are, in the order asked. */
export interface Done<Problem> {
  readonly copy: string;
  readonly readOnly: Problem | undefined;
  readonly whose: readonly ({ readonly review: ReviewId | undefined } | { readonly problem: Problem })[];
}

/** An error as it crosses the threads; it has a code where it is a StoreProblem. */
export interface ToldError {
  readonly code?: StoreProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly message: string;
}
