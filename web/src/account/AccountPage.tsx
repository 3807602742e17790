import { accountWords as words } from '@throughline/words';
import type { Account } from '@throughline/wire';
import { useState } from 'react';
import { Outside } from '../frame/Outside.js';
import { account as own } from '../house/accounts.js';
import { useAccount, useSession, useSessionStore } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import { Facts } from '../ui/Facts.js';
import type { Field } from '../ui/form-draft.js';
import { Page, Part } from '../ui/Page.js';
import { Password } from './Password.js';
import { SecondStep } from './SecondStep.js';
import { SignedInAt } from './SignedInAt.js';

/** One's own account on this server. */
export function AccountPage() {
  const account = useAccount();
  const session = useSession();
  if (account === undefined) return null;
  const password = session.at === 'server' && session.signIn.password;
  return (
    <Outside>
      <Page title={words.title} name={words.title} purpose={words.purpose}>
        <Facts
          facts={[
            [words.facts.email, account.email],
            [words.facts.administrator, account.administrator ? words.facts.yes : undefined],
          ]}
        />
        <Part title={words.name}>
          <Name account={account} />
        </Part>
        {password && (
          <Part title={words.password} note={words.passwordNote}>
            <Password />
          </Part>
        )}
        {password && (
          <Part title={words.second.title} note={account.secondFactor ? words.second.on : words.second.off}>
            <SecondStep account={account} />
          </Part>
        )}
        <Part title={words.sessions.title}>
          <SignedInAt />
        </Part>
      </Page>
    </Outside>
  );
}

const nameFields: readonly Field[] = [
  { name: 'name', label: words.name, sort: 'line', needed: true, autoComplete: 'name' },
];

function Name({ account }: { readonly account: Account }) {
  const { changed } = useSessionStore();
  const [kept, setKept] = useState(false);
  return (
    <>
      <AskForm
        label={words.name}
        fields={nameFields}
        act={words.nameKeep}
        start={{ name: account.name }}
        quiet
        onAsk={async ({ name = '' }) => {
          changed(await own.rename(name));
          setKept(true);
        }}
      />
      <p role="status">{kept ? words.nameKept : ''}</p>
    </>
  );
}
