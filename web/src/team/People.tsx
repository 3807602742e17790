import { type Held, type Role, roles } from '@throughline/core';
import { fill, roleWords, teamWords } from '@throughline/words';
import type { TeamMember } from '@throughline/wire';
import { useState } from 'react';
import { editOf } from '../house/edit.js';
import { useHouse, useStore } from '../house/HouseContext.js';
import { proposeHere } from '../house/propose-here.js';
import { useOnServer } from '../house/SessionContext.js';
import { isLead } from '../house/who.js';
import { Button } from '../ui/Button.js';
import prose from '../ui/Prose.module.css';
import { Table } from '../ui/Table.js';
import { InviteThem } from './InviteThem.js';
import styles from './Team.module.css';
import { useTeam } from './use-team.js';

const words = teamWords.people;

/** Who is here, as what. A lead says so; whoever was taken out keeps what they did. */
export function People() {
  const { people, problem, again } = useTeam();
  const { held, me } = useHouse();
  const [said, setSaid] = useState('');
  const onServer = useOnServer();
  const lead = isLead(held.shown, me.person);
  const signsIn = onServer && held.shown.floor.people.get(me.person)?.role !== 'commenter';
  return (
    <>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <Table
        caption={words.caption}
        stacks
        heads={[words.name, words.role, ...(signsIn ? [words.signsIn] : []), ...(lead ? [''] : [])]}
      >
        {people.map((member) => (
          <tr key={member.person}>
            <th scope="row">
              {member.name ?? words.noName} {member.you && <span className={prose.small}>{words.you}</span>}
            </th>
            <td>{lead ? <RoleChoice member={member} say={setSaid} /> : roleWords[member.role].name}</td>
            {signsIn && (
              <td data-label={words.signsIn}>
                {member.account === undefined ? words.noAccount : (member.account.email ?? words.account)}
              </td>
            )}
            {lead && (
              <td>
                <div className={styles.acts}>
                  {onServer && member.account === undefined && <InviteThem member={member} again={again} />}
                  {!member.you && <TakeOut member={member} say={setSaid} />}
                </div>
              </td>
            )}
          </tr>
        ))}
      </Table>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}

interface ActProps {
  readonly member: TeamMember;
  readonly say: (said: string) => void;
}

function RoleChoice({ member, say }: ActProps) {
  const store = useStore();
  const { held } = useHouse();
  const name = member.name ?? words.noName;
  const choose = (role: Role) => {
    const person = held.shown.floor.people.get(member.person) as Held<object>;
    const refusal = proposeHere(store, editOf('person', person, { role }));
    say(refusal ?? fill(words.roleKept, { name, role: roleWords[role].name }));
  };
  return (
    <>
      <select
        aria-label={fill(words.roleOf, { name })}
        value={member.role}
        onChange={({ target }) => choose(target.value as Role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleWords[role].name}
          </option>
        ))}
      </select>
      <p className={prose.small}>{roleWords[member.role].may}</p>
    </>
  );
}

/** Asks once more, because somebody loses their way in. */
function TakeOut({ member, say }: ActProps) {
  const store = useStore();
  const [asked, setAsked] = useState(false);
  const name = member.name ?? words.noName;
  const takeOut = () => {
    setAsked(false);
    const refusal = proposeHere(store, { kind: 'person.removed', payload: { id: member.person } });
    say(refusal ?? fill(words.takenOut, { name }));
  };
  if (!asked)
    return (
      <Button tone="quiet" aria-label={fill(words.takeOutName, { name })} onClick={() => setAsked(true)}>
        {words.takeOut}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with its two answers, no form
    <div role="group" aria-label={fill(words.takeOutName, { name })} className={styles.sure}>
      <p>{fill(words.takeOutSure, { name })}</p>
      <div className={prose.row}>
        <Button onClick={takeOut}>{words.takeOutYes}</Button>
        <Button tone="quiet" ref={(button) => button?.focus()} onClick={() => setAsked(false)}>
          {words.takeOutNo}
        </Button>
      </div>
    </div>
  );
}
