import { entranceWords, sayProblem } from '@throughline/words';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession, useSessionStore } from '../house/SessionContext.js';
import prose from '../ui/Prose.module.css';
import { DoorPage } from './DoorPage.js';
import styles from './Entrance.module.css';
import { SignInSteps } from './SignInSteps.js';

const words = entranceWords.signIn;

/** Who comes here is led on by the gate once they are signed in. */
export function SignIn() {
  const session = useSession();
  const { signedIn } = useSessionStore();
  const { to, problem } = useSearch({ strict: false }) as { readonly to?: string; readonly problem?: string };
  return (
    <DoorPage title={words.title}>
      {problem !== undefined && (
        <p role="alert" className={styles.said}>
          {sayProblem(problem)}
        </p>
      )}
      <SignInSteps onSignedIn={signedIn} to={to} />
      <div className={styles.ways}>
        {session.at === 'server' && session.signIn.password && <Link to="/forgotten">{words.forgotten}</Link>}
        <p className={prose.quiet}>{words.noAccount}</p>
      </div>
    </DoorPage>
  );
}
