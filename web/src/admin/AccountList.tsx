import { whenWas } from '@throughline/evidence';
import { adminWords, fill, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AccountSet, admin, type KeptAccount } from '../house/accounts.js';
import { sayError } from '../house/ask.js';
import { useAccount } from '../house/SessionContext.js';
import { LinkGiven } from '../ui/LinkGiven.js';
import prose from '../ui/Prose.module.css';
import { NumberCell, Table } from '../ui/Table.js';
import { AccountActs } from './AccountActs.js';
import styles from './Admin.module.css';

const words = adminWords.accounts;

/** Everybody who has an account, and what an administrator can do with it. */
export function AccountList() {
  const found = useQuery({ queryKey: ['accounts'], queryFn: admin.accounts, staleTime: 0 });
  const own = useAccount();
  const [said, setSaid] = useState('');
  const [given, setGiven] = useState<{ readonly name: string; readonly link: string }>();
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const set = async ({ id, name }: KeptAccount, change: AccountSet, done: string) => {
    setSaid(await admin.set(id, change).then(() => fill(done, { name }), sayError));
    await found.refetch();
  };
  const giveLink = async ({ id, name }: KeptAccount) => {
    try {
      setGiven({ name, link: (await admin.resetLink(id)).link });
    } catch (error) {
      setSaid(sayError(error));
    }
    await found.refetch();
  };
  return (
    <>
      {given !== undefined && (
        <LinkGiven
          link={given.link}
          note={fill(words.resetLink, { name: given.name })}
          close={() => setGiven(undefined)}
        />
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
      <Table
        caption={words.caption}
        stacks
        heads={[words.name, words.email, words.reviews, words.since, words.state, '']}
        numeric={[2]}
      >
        {found.data.accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              {account.name} {account.id === own?.id && <span className={prose.small}>{words.you}</span>}
            </th>
            <td>{account.email}</td>
            <NumberCell label={words.reviews}>{account.reviews}</NumberCell>
            <td className={styles.whole} data-label={words.since}>
              {whenWas(account.since)}
            </td>
            <td>{stateOf(account)}</td>
            <td>
              <AccountActs
                account={account}
                own={account.id === own?.id}
                set={(change, done) => void set(account, change, done)}
                giveLink={() => void giveLink(account)}
              />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

const stateOf = ({ administrator, secondFactor, disabled, askedForReset }: KeptAccount): string =>
  [
    administrator ? words.administrator : '',
    secondFactor ? words.second : '',
    disabled ? words.disabled : '',
    askedForReset === undefined ? '' : fill(words.asked, { when: whenWas(askedForReset) }),
  ]
    .filter((part) => part !== '')
    .join(', ');
