import { whenWas } from '@throughline/evidence';
import { fill, teamWords } from '@throughline/words';
import type { Invited, TeamMember } from '@throughline/wire';
import { useState } from 'react';
import { teamOf } from '../house/accounts.js';
import { sayError } from '../house/ask.js';
import { useServer } from '../house/HouseContext.js';
import { Button } from '../ui/Button.js';
import { LinkGiven } from '../ui/LinkGiven.js';
import styles from './Team.module.css';

const words = teamWords.people;

interface InviteThemProps {
  readonly member: TeamMember;
  readonly again: () => Promise<unknown>;
}

/** Makes an invitation for somebody who is among the people, and has no account here yet. */
export function InviteThem({ member: { person, name = words.noName }, again }: InviteThemProps) {
  const { review } = useServer();
  const [made, setMade] = useState<Invited>();
  const [problem, setProblem] = useState<string>();
  const invite = async () => {
    try {
      setMade(await teamOf(review).invite({ person }));
      await again();
    } catch (error) {
      setProblem(sayError(error));
    }
  };
  if (made !== undefined) {
    const note = fill(teamWords.invite.linkNote, { name, until: whenWas(made.until) });
    return <LinkGiven link={made.link} mailed={made.mailed} note={note} close={() => setMade(undefined)} />;
  }
  return (
    <>
      <Button tone="quiet" aria-label={fill(words.inviteThem, { name })} onClick={() => void invite()}>
        {words.invite}
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
