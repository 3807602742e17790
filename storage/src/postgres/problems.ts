import { StoreProblem, type StoreProblemCode } from '../contract.js';
import type { Address } from './address.js';

/** SQLSTATEs and Node's codes, by their beginnings, as problems that a person can do something about. */
const problems: readonly (readonly [string, StoreProblemCode])[] = [
  ['28', 'store.refused'],
  ['3D000', 'store.databaseMissing'],
  ['42501', 'store.mayNot'],
  ['25006', 'store.readOnly'],
  ['53100', 'file.diskFull'],
  ['53300', 'store.crowded'],
  ['55P03', 'file.busy'],
  ['40', 'file.busy'],
];

/** A connection that is lost, or cannot be had: the operating system's words for it. */
const unreachable = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|ENOENT|EACCES)/;
/** The server's words for it: connection exceptions, and a server that stops, has crashed or is starting. */
const serverGone = /^(08|57P0[123])/;
/** The driver's words for it, where it gives no code. */
const driverLost = /^(Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection)/;

/** The driver refuses to sign in without a password, and in words only. */
const noPassword = /^SASL: .*password/;
/** What Node says of a certificate that it does not trust. */
const untrusted = /^(SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS_CERT)/;

/** Two at once, where the engine takes one and asks the other to come again: repeating what was asked is right. */
const again = /^(40001|40P01)$/;

/** What an error says in the contract's words; an error of another sort stays what it is. */
export function toProblem(error: unknown, { place, user, database }: Address): unknown {
  if (error instanceof StoreProblem) return error;
  if (isLost(error)) return new StoreProblem('store.unreachable', { place });
  const code = problemCode(error);
  if (code === undefined) return error;
  return new StoreProblem(code, code.startsWith('file.') ? { file: place } : { place, user, database });
}

function problemCode(error: unknown): StoreProblemCode | undefined {
  if (error instanceof Error && noPassword.test(error.message)) return 'store.refused';
  if (untrusted.test(codeOf(error))) return 'store.untrusted';
  return problems.find(([start]) => codeOf(error).startsWith(start))?.[1];
}

/** The connection is gone, or none can be had. Whether what was under way was done is not known. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (unreachable.test(codeOf(error)) || serverGone.test(codeOf(error)) || driverLost.test(error.message));

/** Trying again may help. */
export const passes = (error: unknown): boolean =>
  isLost(error) || again.test(codeOf(error)) || codeOf(error) === '53300';

/** Somebody else has stored what may be there once only. */
export const isTaken = (error: unknown): boolean => codeOf(error) === '23505';

/** A table was made by another process at this moment: the engine's own lists know its row, its name or its type already. */
export const isMadeMeanwhile = (error: unknown): boolean => /^(23505|42P07|42710)$/.test(codeOf(error));

/** The engine, a relative of PostgreSQL, does not know this function or command. */
export const isUnknownToEngine = (error: unknown): boolean => /^(0A000|42601|42883)$/.test(codeOf(error));

/** The table is not there. */
export const isNoTable = (error: unknown): boolean => codeOf(error) === '42P01';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
