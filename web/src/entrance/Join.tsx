import { whenWas } from '@throughline/evidence';
import { entranceWords, fill, roleWords } from '@throughline/words';
import type { Accepted, Account, InvitationView } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { door } from '../house/accounts.js';
import { sayError } from '../house/ask.js';
import { useAccount, useSessionStore } from '../house/SessionContext.js';
import { AskForm } from '../ui/AskForm.js';
import { Button } from '../ui/Button.js';
import prose from '../ui/Prose.module.css';
import { DoorPage } from './DoorPage.js';
import styles from './Entrance.module.css';
import { Providers } from './Providers.js';
import { aboutNewAccount, newAccountFields } from './new-account.js';

const words = entranceWords.join;

/** The page that a link of an invitation opens. */
export function Join() {
  const { token = '' } = useParams({ strict: false });
  const found = useQuery({ queryKey: ['invitation', token], queryFn: () => door.invitation(token), retry: false });
  if (found.isError)
    return (
      <DoorPage title={words.overTitle} purpose={found.error.message}>
        <Link to="/">{words.toReviews}</Link>
      </DoorPage>
    );
  if (found.data === undefined) return <DoorPage title={words.title}>{entranceWords.working}</DoorPage>;
  return (
    <DoorPage title={words.title}>
      <Invited invitation={found.data} />
      <Accept token={token} invitation={found.data} />
    </DoorPage>
  );
}

function Invited({ invitation: { review, name, by, until } }: { readonly invitation: InvitationView }) {
  return (
    <>
      <p>
        {review === undefined
          ? fill(words.toServer, { by })
          : fill(words.toReview, { by, title: review.title, role: roleWords[review.role].name })}{' '}
        {review !== undefined && fill(words.asName, { name })}
      </p>
      <p className={prose.small}>{fill(words.until, { when: whenWas(until) })}</p>
    </>
  );
}

interface AcceptProps {
  readonly token: string;
  readonly invitation: InvitationView;
}

function Accept({ token, invitation }: AcceptProps) {
  const account = useAccount();
  const accepted = useAccepted();
  if (account !== undefined) return <AsMyself token={token} account={account} accepted={accepted} />;
  const { name, email } = invitation;
  return (
    <>
      <p>
        <Link to="/sign-in" search={{ to: `/join/${token}` }}>
          {words.haveAccount}
        </Link>
      </p>
      <h2>{words.newHere}</h2>
      <Providers then={{ invitation: token }} />
      <AskForm
        label={words.newHere}
        fields={newAccountFields}
        act={words.make}
        start={{ name, ...(email === undefined ? {} : { email }) }}
        about={aboutNewAccount}
        onAsk={async ({ name: own = '', email: typed = '', password = '' }) =>
          accepted(await door.joinAsNew(token, { name: own, email: typed, password }))
        }
      />
    </>
  );
}

interface AsMyselfProps {
  readonly token: string;
  readonly account: Account;
  readonly accepted: (answer: Accepted) => Promise<void>;
}

function AsMyself({ token, account, accepted }: AsMyselfProps) {
  const [problem, setProblem] = useState<string>();
  const accept = () =>
    door
      .accept(token)
      .then(accepted)
      .catch((error: unknown) => setProblem(sayError(error)));
  const leave = async () => {
    await door.signOut().catch(() => undefined);
    location.assign(`/sign-in?to=${encodeURIComponent(`/join/${token}`)}`);
  };
  return (
    <>
      <p>{fill(words.here, { name: account.name, email: account.email })}</p>
      {problem !== undefined && (
        <p role="alert" className={styles.said}>
          {problem}
        </p>
      )}
      <div className={prose.row}>
        <Button tone="strong" onClick={() => void accept()}>
          {fill(words.accept, { name: account.name })}
        </Button>
        <Button tone="quiet" onClick={() => void leave()}>
          {words.otherPerson}
        </Button>
      </div>
    </>
  );
}

/** To the review, or to the list. Whoever got an account just now is signed in: that is asked for first. */
function useAccepted(): (answer: Accepted) => Promise<void> {
  const { check } = useSessionStore();
  const navigate = useNavigate();
  return async ({ review }) => {
    await check();
    await (review === undefined ? navigate({ to: '/' }) : navigate({ to: '/$review', params: { review } }));
  };
}
