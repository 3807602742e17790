import type { StoreProblemCode } from '../contract.js';
import type { ReviewFile } from './review-file.js';

/** What a worker is started for. */
export type Task =
  | { readonly do: 'open'; readonly file: string; readonly patience: number }
  | { readonly do: 'create'; readonly file: string; readonly patience: number }
  | { readonly do: 'copy'; readonly file: string; readonly to: string };

/** What the keeper may ask of its worker: the methods of a review's file, and to follow it. */
export type Method = {
  [Name in keyof ReviewFile]: ReviewFile[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof ReviewFile];
export type Arguments<Name extends Method> = Parameters<ReviewFile[Name]>;
export type Answer<Name extends Method> = ReturnType<ReviewFile[Name]>;

export type ToWorker =
  | { readonly call: number; readonly method: Method; readonly args: readonly unknown[] }
  /** Milliseconds between two looks for what others wrote; 0 to stop. */
  | { readonly follow: number };

export type FromWorker =
  /** The task is done; for `open` and `create` the file is open. */
  | { readonly ready: { readonly copy: string; readonly readOnly: ToldError | undefined } }
  | { readonly failed: ToldError }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly error: ToldError }
  | { readonly moved: true };

/** An error as it crosses the threads; it has a code where it is a StoreProblem. */
export interface ToldError {
  readonly code?: StoreProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly message: string;
}
