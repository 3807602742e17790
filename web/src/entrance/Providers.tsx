import { entranceWords, fill } from '@throughline/words';
import { door } from '../house/accounts.js';
import { useSession } from '../house/SessionContext.js';
import prose from '../ui/Prose.module.css';
import styles from './Entrance.module.css';

interface ProvidersProps {
  /** They answer in another window, so that this one keeps what is written in it. */
  readonly elsewhere?: boolean;
  /** What comes after: a page of ours, or an invitation that is accepted. */
  readonly then: { readonly to?: string; readonly invitation?: string };
}

/** The organisations through which one signs in here. */
export function Providers({ elsewhere = false, then }: ProvidersProps) {
  const session = useSession();
  if (session.at === 'desk' || session.signIn.openId.length === 0) return null;
  return (
    <>
      {session.signIn.openId.map(({ id, name }) => (
        <a
          key={id}
          className={styles.provider}
          href={door.openIdAddress(id, then)}
          {...(elsewhere ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {fill(entranceWords.signIn.withOpenId, { name })}
        </a>
      ))}
      {elsewhere && <p className={prose.small}>{entranceWords.ended.elsewhere}</p>}
    </>
  );
}
