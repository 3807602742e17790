import { StoreProblem } from '../contract.js';

/** Where a database is. */
export interface Address {
  /** As it is given to the driver. */
  readonly url: string;
  /** As it is said to people: without the user and the password. */
  readonly place: string;
  readonly user: string;
  readonly database: string;
}

/** Reads `postgres://user:password@host:port/database`. Throws `store.address` where it is none. */
export function readAddress(url: string): Address {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  const database = decodeURIComponent(read?.pathname.slice(1) ?? '');
  if (read === undefined || !/^postgres(ql)?:$/.test(read.protocol) || database === '') {
    throw new StoreProblem('store.address', { place: read === undefined ? '' : placeOf(read) });
  }
  return { url, place: placeOf(read), user: decodeURIComponent(read.username), database };
}

function placeOf({ protocol, host, pathname, searchParams }: URL): string {
  return `${protocol}//${host || (searchParams.get('host') ?? '')}${pathname}`;
}
