import { accountBarWords as words, frameWords } from '@throughline/words';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { door } from '../house/accounts.js';
import { useAccount } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import styles from './Outside.module.css';

interface OutsideProps {
  /** A page with one thing to do: narrow, and lower on the screen. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** What stands around a page that belongs to no review. */
export function Outside({ narrow = false, children }: OutsideProps) {
  return (
    <div className={styles.outside}>
      <header className={styles.bar}>
        <Link to="/" search={{ all: true }} className={styles.product ?? ''}>
          {frameWords.product}
        </Link>
        <Own />
      </header>
      <main id="work" tabIndex={-1} className={narrow ? styles.narrow : styles.work}>
        {children}
      </main>
    </div>
  );
}

/** The way to one's own account, on a server. */
function Own() {
  const account = useAccount();
  if (account === undefined) return null;
  return (
    <nav aria-label={words.label} className={styles.own}>
      <Link to="/">{words.reviews}</Link>
      {account.administrator && <Link to="/admin">{words.admin}</Link>}
      <Link to="/account">{account.name}</Link>
      <SignOut />
    </nav>
  );
}

/** Signs out, and leaves nothing of what was shown in the memory of this window. */
export function SignOut() {
  const signOut = async () => {
    await door.signOut().catch(() => undefined);
    location.assign('/sign-in');
  };
  return (
    <Button tone="quiet" onClick={() => void signOut()}>
      {words.signOut}
    </Button>
  );
}
