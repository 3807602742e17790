import { accountWords, entranceWords } from '@throughline/words';
import type { Account, SecondFactor } from '@throughline/wire';
import { useState } from 'react';
import { account as own } from '../house/accounts.js';
import { useSessionStore } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import { Button } from '../ui/Button.js';
import { Copyable } from '../ui/Copyable.js';
import type { Field } from '../ui/form-draft.js';
import prose from '../ui/Prose.module.css';
import styles from './Account.module.css';
import { inGroups, secretIn } from './secret.js';

const words = accountWords.second;
const passwordFields: readonly Field[] = [
  { name: 'password', label: entranceWords.fields.password, sort: 'secret', needed: true },
];
const codeFields: readonly Field[] = [
  { name: 'code', label: entranceWords.fields.code, sort: 'code', hint: words.codeHint, needed: true },
];
const wrongPassword = { 'account.wrong': 'password', 'account.wrongPassword': 'password' };

/** Turns the second step on, with a code that shows that the app has the secret; or off. */
export function SecondStep({ account }: { readonly account: Account }) {
  const { changed } = useSessionStore();
  const [begun, setBegun] = useState<SecondFactor | 'password'>();
  const [done, setDone] = useState('');
  const finished = (secondFactor: boolean) => {
    changed({ ...account, secondFactor });
    setBegun(undefined);
    setDone(secondFactor ? words.done : words.ended);
  };
  return (
    <div className={styles.steps}>
      <p role="status">{done}</p>
      {begun === undefined && (
        <div>
          <Button onClick={() => setBegun('password')}>{account.secondFactor ? words.end : words.begin}</Button>
        </div>
      )}
      {begun === 'password' && (
        <>
          <p>{words.beginWhy}</p>
          <AskForm
            label={account.secondFactor ? words.end : words.begin}
            fields={passwordFields}
            act={account.secondFactor ? words.end : words.begin}
            autoFocus
            about={wrongPassword}
            onAsk={async ({ password = '' }) => {
              if (!account.secondFactor) return setBegun(await own.beginSecondFactor(password));
              await own.endSecondFactor(password);
              return finished(false);
            }}
          >
            <Button tone="quiet" onClick={() => setBegun(undefined)}>
              {words.leave}
            </Button>
          </AskForm>
        </>
      )}
      {typeof begun === 'object' && (
        <Confirm factor={begun} done={() => finished(true)} leave={() => setBegun(undefined)} />
      )}
    </div>
  );
}

interface ConfirmProps {
  readonly factor: SecondFactor;
  readonly done: () => void;
  readonly leave: () => void;
}

function Confirm({ factor: { uri, backupCodes }, done, leave }: ConfirmProps) {
  const secret = secretIn(uri);
  return (
    <>
      <p>{words.scan}</p>
      <p>
        <a href={uri}>{words.open}</a>
      </p>
      <h3>{words.secret}</h3>
      <Copyable label={words.secret} text={secret} shown={inGroups(secret)} copy={words.copy} copied={words.copied} />
      <h3>{words.codes}</h3>
      <p className={prose.quiet}>{words.codesNote}</p>
      <Copyable label={words.codes} text={backupCodes.join('\n')} copy={words.codesCopy} copied={words.copied} />
      <AskForm
        label={words.confirm}
        fields={codeFields}
        act={words.confirm}
        about={{ 'account.codeWrong': 'code', 'account.wrong': 'code' }}
        onAsk={async ({ code = '' }) => {
          await own.confirmSecondFactor(code.replaceAll(' ', ''));
          done();
        }}
      >
        <Button tone="quiet" onClick={leave}>
          {words.leave}
        </Button>
      </AskForm>
    </>
  );
}
