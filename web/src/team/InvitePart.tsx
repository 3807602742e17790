import { type Role, roles } from '@throughline/core';
import { whenWas } from '@throughline/evidence';
import { entranceWords, fill, roleWords, teamWords } from '@throughline/words';
import type { Invited, OpenInvitation } from '@throughline/wire';
import { useState } from 'react';
import { teamOf } from '../house/accounts.js';
import { sayError } from '../house/ask.js';
import { useHouse, useServer } from '../house/HouseContext.js';
import { AskForm } from '../ui/AskForm.js';
import { Button } from '../ui/Button.js';
import type { Field } from '../ui/form-draft.js';
import { LinkGiven } from '../ui/LinkGiven.js';
import { Part } from '../ui/Page.js';
import { Table } from '../ui/Table.js';
import styles from './Team.module.css';
import { useTeam } from './use-team.js';

const words = teamWords.invite;
const fields: readonly Field[] = [
  { name: 'name', label: words.name, sort: 'line', needed: true },
  {
    ...{ name: 'role', label: words.role, sort: 'choice', needed: true },
    options: roles.map((value) => ({ value, label: `${roleWords[value].name}: ${roleWords[value].may}` })),
  },
  { name: 'email', label: entranceWords.fields.email, sort: 'email', hint: words.emailHint },
];

/** Invites somebody new, and shows which invitations wait. */
export function InvitePart() {
  const { review } = useServer();
  const { invitations, again } = useTeam();
  const [made, setMade] = useState<{ readonly name: string; readonly invited: Invited }>();
  const invite = async ({ name = '', role, email }: Readonly<Record<string, string>>) => {
    const asked = { name, role: role as Role, ...(email === undefined ? {} : { email }) };
    setMade({ name, invited: await teamOf(review).invite(asked) });
    await again();
  };
  return (
    <Part title={words.title} note={words.note}>
      {made === undefined ? (
        <AskForm
          label={words.title}
          fields={fields}
          act={words.act}
          start={{ role: 'reviewer' }}
          quiet
          onAsk={invite}
        />
      ) : (
        <LinkGiven
          link={made.invited.link}
          mailed={made.invited.mailed}
          note={`${fill(words.made, { name: made.name })} ${fill(words.linkNote, { name: made.name, until: whenWas(made.invited.until) })}`}
          close={() => setMade(undefined)}
        />
      )}
      {invitations.length > 0 && <Waiting invitations={invitations} again={again} />}
    </Part>
  );
}

interface WaitingProps {
  readonly invitations: readonly OpenInvitation[];
  readonly again: () => Promise<unknown>;
}

function Waiting({ invitations, again }: WaitingProps) {
  const { people } = useHouse();
  const { review } = useServer();
  const [said, setSaid] = useState('');
  const withdraw = async (id: string) => {
    setSaid(
      await teamOf(review)
        .withdraw(id)
        .then(() => words.withdrawn, sayError),
    );
    await again();
  };
  return (
    <>
      <h3>{words.open}</h3>
      <Table stacks caption={words.caption} heads={[words.name, words.email, words.until, '']}>
        {invitations.map(({ id, person, email, until }) => {
          const name = people[person] ?? teamWords.people.noName;
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td data-label={words.until}>{whenWas(until)}</td>
              <td>
                <Button tone="quiet" aria-label={fill(words.withdrawIt, { name })} onClick={() => void withdraw(id)}>
                  {words.withdraw}
                </Button>
              </td>
            </tr>
          );
        })}
      </Table>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}
