import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What stands behind one call of the sign-in library, for its hooks: they are told what happens, not who asked. Without
 * it nothing is made.
 */
export interface Creating {
  /** May an account be made for somebody whom a provider vouches for? */
  readonly mayMake?: (user: { readonly emailVerified?: boolean }) => Promise<boolean>;
  readonly made?: (account: string) => void;
  readonly signedIn?: (session: { readonly id: string; readonly userId: string }) => void;
  readonly passwordReset?: (account: string) => void;
  /** Gets the token of a link to a new password. */
  readonly token?: (token: string) => void;
}
export const creating = new AsyncLocalStorage<Creating>();
