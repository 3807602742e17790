import { entranceWords } from '@throughline/words';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { door } from '../house/accounts.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import { DoorPage, Done } from './DoorPage.js';
import styles from './Entrance.module.css';
import { aboutNewAccount } from './new-account.js';

const words = entranceWords.reset;
const { newPassword, passwordHint } = entranceWords.fields;
const fields: readonly Field[] = [
  { name: 'password', label: newPassword, sort: 'secret', isNew: true, hint: passwordHint, needed: true },
];

/** A new password, for whoever has the link that was asked for. */
export function Reset() {
  const [token] = useState(tokenInAddress);
  const [done, setDone] = useState(false);
  if (token === '')
    return (
      <DoorPage title={words.title}>
        <p className={styles.said}>{words.noToken}</p>
        <Link to="/forgotten">{entranceWords.forgotten.title}</Link>
      </DoorPage>
    );
  if (done)
    return (
      <DoorPage title={words.title}>
        <Done>{words.done}</Done>
        <Link to="/sign-in">{entranceWords.signIn.title}</Link>
      </DoorPage>
    );
  return (
    <DoorPage title={words.title} purpose={words.purpose}>
      <AskForm
        label={words.title}
        fields={fields}
        act={words.act}
        autoFocus
        about={aboutNewAccount}
        onAsk={async ({ password = '' }) => {
          await door.reset(token, password);
          setDone(true);
        }}
      />
    </DoorPage>
  );
}

/** What names the request: behind the # of the address, or as its last part, or as its `token`. */
function tokenInAddress(): string {
  const { hash, pathname, search } = location;
  const part = /^\/reset\/([^/]+)$/.exec(pathname)?.[1] ?? '';
  return decodeURIComponent(hash.slice(1) || part) || (new URLSearchParams(search).get('token') ?? '');
}
