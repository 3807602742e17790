import type { Account, Session } from '@throughline/wire';
import { sayError } from './ask.js';

/** Who the pages are shown to. */
export interface SessionState {
  /** As it was last known to hold. Absent until the server has answered for the first time. */
  readonly session?: Session;
  /** Why it is not known. */
  readonly problem?: string;
  /** Somebody was signed in here and is not any more. What they wrote still stands on the page. */
  readonly ended: boolean;
  /** Who is signed in in this browser instead. */
  readonly other?: Account;
}

/**
 * The session of this window. A page that never had one leads to the sign-in page; one that loses it stays as it is, so
 * that nothing that was being written is lost, until the same account is signed in again.
 */
export class SessionStore {
  private listeners = new Set<() => void>();
  private present: SessionState = { ended: false };

  constructor(private readonly ask: () => Promise<Session>) {}

  readonly state = (): SessionState => this.present;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks the server who this is; true where it answered. What was known stays known where it did not. */
  readonly check = async (): Promise<boolean> => {
    try {
      this.heard(await this.ask());
      return true;
    } catch (error) {
      this.set({ ...this.present, problem: sayError(error) });
      return false;
    }
  };

  /** The server told some page that nobody is signed in. */
  readonly signedOut = (): void => {
    if (this.account() !== undefined) this.set({ ...this.present, ended: true });
  };

  /** Somebody signed in on this page. */
  readonly signedIn = (account: Account): void => {
    const { session } = this.present;
    if (session?.at === 'server') this.heard({ ...session, account, empty: false });
  };

  /** One's own account was changed on this page. */
  readonly changed = (account: Account): void => this.signedIn(account);

  private account(): Account | undefined {
    const { session } = this.present;
    return session?.at === 'server' ? session.account : undefined;
  }

  private heard(session: Session): void {
    const before = this.account();
    const now = session.at === 'server' ? session.account : undefined;
    if (before === undefined || now?.id === before.id) this.set({ session, ended: false });
    else {
      const known = { ...(this.present.session === undefined ? {} : { session: this.present.session }), ended: true };
      this.set(now === undefined ? known : { ...known, other: now });
    }
  }

  private set(next: SessionState): void {
    this.present = next;
    for (const listener of this.listeners) listener();
  }
}
