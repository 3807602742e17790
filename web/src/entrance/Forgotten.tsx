import { entranceWords } from '@throughline/words';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { door } from '../house/accounts.js';
import { useSession } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import { DoorPage, Done } from './DoorPage.js';

const words = entranceWords.forgotten;
const fields: readonly Field[] = [{ name: 'email', label: entranceWords.fields.email, sort: 'email', needed: true }];

/** Asks for a new password. The answer is the same whether there is such an account or not. */
export function Forgotten() {
  const session = useSession();
  const mail = session.at === 'server' && session.signIn.mail;
  const [asked, setAsked] = useState(false);
  return (
    <DoorPage title={words.title} purpose={mail ? words.purpose : words.noMail}>
      {asked ? (
        <Done>{mail ? words.done : words.doneNoMail}</Done>
      ) : (
        <AskForm
          label={words.title}
          fields={fields}
          act={words.act}
          autoFocus
          onAsk={async ({ email = '' }) => {
            await door.forgotten(email);
            setAsked(true);
          }}
        />
      )}
      <Link to="/sign-in">{words.back}</Link>
    </DoorPage>
  );
}
