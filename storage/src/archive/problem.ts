import { StoreProblem, type StoreProblemCode } from '../contract.js';

/** Why an archive is not taken in. `part` says where: the name of an entry, and a line where that is known. */
export const archiveProblem = (
  code: Extract<StoreProblemCode, `archive.${string}`>,
  file: string,
  values: Readonly<Record<string, string | number>> = {},
): StoreProblem => new StoreProblem(code, { file, ...values });

/** A name that came from outside, fit to be shown: no control characters, and not a page of it. */
export const shown = (name: string): string =>
  name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd').slice(0, 120) || '(no name)';
