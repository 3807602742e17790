import { entranceWords } from '@throughline/words';
import { useState } from 'react';
import { door } from '../house/accounts.js';
import { useSessionStore } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import { DoorPage } from './DoorPage.js';
import { aboutNewAccount, newAccountFields } from './new-account.js';

const words = entranceWords.setup;

/** The first account of a server. The key may come behind the # of the address, which is never sent. */
export function Setup() {
  const { signedIn } = useSessionStore();
  const [key] = useState(() => decodeURIComponent(location.hash.slice(1)).replace(/^key=/, ''));
  return (
    <DoorPage title={words.title} purpose={words.purpose}>
      <AskForm
        label={words.title}
        fields={[{ name: 'key', label: words.key, sort: 'line', needed: true }, ...newAccountFields]}
        act={words.act}
        start={{ key }}
        autoFocus
        about={aboutNewAccount}
        onAsk={async ({ key: typed = '', name = '', email = '', password = '' }) => {
          const answer = await door.setUp({ key: typed, name, email, password });
          if ('account' in answer) signedIn(answer.account);
        }}
      />
    </DoorPage>
  );
}
