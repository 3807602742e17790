import { entranceWords, fill, frameWords } from '@throughline/words';
import type { Account } from '@throughline/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { SignInSteps } from '../entrance/SignInSteps.js';
import { useAccount, useSessionState, useSessionStore } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import styles from './SignedOut.module.css';

const words = entranceWords.ended;

/**
 * The session ended while somebody worked. The page stays as it is, with what was being written; a bar says so and
 * offers to sign in. What was written under one name is never stored under another.
 */
export function SignedOut() {
  const { ended, other } = useSessionState();
  const account = useAccount();
  const was = useGoingOn();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!ended) setOpen(false);
  }, [ended]);
  if (!ended || account === undefined)
    return (
      <p role="status" className="visually-hidden">
        {was ? words.back : ''}
      </p>
    );
  return (
    <>
      <section role="alert" className={styles.bar}>
        <p>
          <strong>{words.title}.</strong>{' '}
          {other === undefined ? words.kept : fill(words.other, { other: other.name, name: account.name })}
        </p>
        <div className={styles.acts}>
          <Button tone="strong" onClick={() => setOpen(true)}>
            {words.act}
          </Button>
          {other !== undefined && (
            <Button onClick={() => location.reload()}>{fill(words.otherAct, { other: other.name })}</Button>
          )}
        </div>
      </section>
      <Again open={open} close={() => setOpen(false)} account={account} />
    </>
  );
}

/** After the same account has signed in again, whatever the pages asked for in vain is asked for once more. */
function useGoingOn(): boolean {
  const { ended } = useSessionState();
  const { check } = useSessionStore();
  const queries = useQueryClient();
  const [was, setWas] = useState(false);
  useEffect(() => {
    if (ended) {
      setWas(true);
      // Signing in can happen in another window: whoever comes back to this one is asked for again.
      window.addEventListener('focus', check);
      return () => window.removeEventListener('focus', check);
    }
    if (was) void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
    return undefined;
  }, [ended, was, check, queries]);
  return was;
}

interface AgainProps {
  readonly open: boolean;
  readonly close: () => void;
  readonly account: Account;
}

function Again({ open, close, account }: AgainProps) {
  const { signedIn } = useSessionStore();
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={open} onOpenChange={(next) => next || close()} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {words.dialog}
          </Heading>
          <p>{fill(words.asYou, { name: account.name, email: account.email })}</p>
          <SignInSteps email={account.email} elsewhere onSignedIn={signedIn} />
          <div>
            <Button onClick={close}>{frameWords.close}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
