import { entranceWords } from '@throughline/words';
import type { Account, SignedIn } from '@throughline/wire';
import { useState } from 'react';
import { door } from '../house/accounts.js';
import { useSession } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import { Button } from '../ui/Button.js';
import type { Field } from '../ui/form-draft.js';
import prose from '../ui/Prose.module.css';
import { Providers } from './Providers.js';

const { fields, signIn: words } = entranceWords;

interface SignInStepsProps {
  /** Who is expected. */
  readonly email?: string;
  /** Providers answer in another window, so that this one keeps what is written in it. */
  readonly elsewhere?: boolean;
  readonly onSignedIn: (account: Account) => void;
  /** The page that a provider leads back to. */
  readonly to?: string | undefined;
}

/** The ways to sign in here: a provider, or password and, where it is on, the second step. */
export function SignInSteps({ email, elsewhere = false, onSignedIn, to }: SignInStepsProps) {
  const session = useSession();
  const [second, setSecond] = useState(false);
  if (session.at === 'desk') return null;
  const { password } = session.signIn;
  const answered = (answer: SignedIn) => {
    if ('account' in answer) onSignedIn(answer.account);
    else setSecond(true);
  };
  if (second) return <SecondStep answered={answered} back={() => setSecond(false)} />;
  return (
    <>
      <Providers elsewhere={elsewhere} then={to === undefined ? {} : { to }} />
      {password && session.signIn.openId.length > 0 && <p className={prose.quiet}>{words.or}</p>}
      {password ? <Password email={email} answered={answered} /> : <p className={prose.quiet}>{words.noPassword}</p>}
    </>
  );
}

const passwordFields: readonly Field[] = [
  { name: 'email', label: fields.email, sort: 'email', needed: true },
  { name: 'password', label: fields.password, sort: 'secret', needed: true },
];

interface StepProps {
  readonly answered: (answer: SignedIn) => void;
}

function Password({ email, answered }: StepProps & { readonly email: string | undefined }) {
  return (
    <AskForm
      label={words.title}
      fields={passwordFields}
      act={words.act}
      autoFocus
      about={{ 'account.wrong': 'password' }}
      {...(email === undefined ? {} : { start: { email } })}
      onAsk={async ({ email: typed = '', password = '' }) => answered(await door.signIn({ email: typed, password }))}
    />
  );
}

const codeFields: readonly Field[] = [
  { name: 'code', label: fields.code, sort: 'code', hint: words.codeHint, needed: true },
];

function SecondStep({ answered, back }: StepProps & { readonly back: () => void }) {
  return (
    <>
      <h2>{words.codeTitle}</h2>
      <AskForm
        label={words.codeTitle}
        fields={codeFields}
        act={words.codeAct}
        autoFocus
        about={codeProblems}
        onAsk={async ({ code = '' }) => answered(await door.secondFactor(code.replaceAll(' ', '')))}
      >
        <Button tone="quiet" onClick={back}>
          {words.otherPerson}
        </Button>
      </AskForm>
    </>
  );
}

const codeProblems = { 'account.codeWrong': 'code', 'account.wrong': 'code' };
