import { whenWas } from '@throughline/evidence';
import { accountWords, fill, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { account } from '../house/accounts.js';
import { sayError } from '../house/ask.js';
import { Button } from '../ui/Button.js';
import prose from '../ui/Prose.module.css';
import { Table } from '../ui/Table.js';

const words = accountWords.sessions;

/** The browsers in which one is signed in; each can be signed out from here. */
export function SignedInAt() {
  const found = useQuery({ queryKey: ['sessions'], queryFn: account.sessions });
  const [said, setSaid] = useState('');
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const { sessions } = found.data;
  const end = async (act: () => Promise<void>) => {
    setSaid(await act().then(() => words.ended, sayError));
    await found.refetch();
  };
  return (
    <>
      <Table stacks caption={words.caption} heads={[words.browser, words.since, '']}>
        {sessions.map(({ id, here, since, browser = words.unknown }) => (
          <tr key={id}>
            <th scope="row">
              {browser} {here && <span className={prose.small}>{words.here}</span>}
            </th>
            <td data-label={words.since}>{whenWas(since)}</td>
            <td>
              {!here && (
                <Button
                  tone="quiet"
                  aria-label={fill(words.endIt, { browser, since: whenWas(since) })}
                  onClick={() => void end(() => account.endSession(id))}
                >
                  {words.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {sessions.length > 1 && (
        <div>
          <Button onClick={() => void end(account.endOtherSessions)}>{words.endOthers}</Button>
        </div>
      )}
      <p role="status">{said}</p>
    </>
  );
}
