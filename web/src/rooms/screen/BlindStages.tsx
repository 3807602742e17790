import { stages, standing } from '@throughline/core';
import { beginningWords, fill, listed, teamWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useReview } from '../../house/HouseContext.js';
import { useOnServer } from '../../house/SessionContext.js';
import prose from '../../ui/Prose.module.css';

/** At which stages one sees one's own votes only: what is settled and counted there follows from those alone. */
export function BlindStages() {
  const onServer = useOnServer();
  const { screen } = useReview();
  const { review = '' } = useParams({ strict: false });
  const open = new Set(standing(screen.openings).map(({ stage }) => stage));
  const blind = stages.filter((stage) => !open.has(stage));
  if (!onServer || blind.length === 0) return null;
  const named = listed(blind.map((stage) => beginningWords.screen.stages[stage]));
  return (
    <p className={prose.quiet}>
      {fill(teamWords.votes.blindHere, { stages: named })}{' '}
      <Link to="/$review/team" params={{ review }}>
        {teamWords.title}
      </Link>
    </p>
  );
}
