import {
  type ContributionRow,
  contributions,
  evidenceFor,
  gradeOfEvidence,
  type Level,
  standing,
} from '@throughline/core';
import { GradeMark } from '@throughline/evidence';
import { counted, fill, laterWords, makingWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Counts, Thing } from '../../ui/Thing.js';
import { ClaimActs } from './ClaimForm.js';
import { LevelActs } from './LevelForms.js';
import styles from './Synthesise.module.css';

const words = laterWords.synthesise;

/** The constructs by level, each with its claims counted, its grade, and its reports and studies. */
export function Constructs() {
  const { levels } = contributions(useReview());
  if (levels.length === 0) return <Nothing>{words.constructsNone}</Nothing>;
  return levels.map(({ level, rows }) => (
    <div key={level?.id ?? ''} className={styles.level}>
      <h3>{level === undefined ? words.noLevel : <Thing to={{ on: 'synthesise.levels', id: level.id }} />}</h3>
      {level?.alsoCalled !== undefined && (
        <p className={prose.small}>{fill(words.alsoCalled, { names: level.alsoCalled })}</p>
      )}
      {rows.length === 0 && <p className={prose.quiet}>{makingWords.synthesise.levelEmpty}</p>}
      <ul className={prose.list}>
        {rows.map((row) => (
          <ConstructLine key={row.construct.id} row={row} />
        ))}
      </ul>
      <LevelClaims level={level} />
      {level !== undefined && <LevelActs level={level} />}
    </div>
  ));
}

function ConstructLine({ row }: { readonly row: ContributionRow }) {
  const review = useReview();
  const { review: id = '' } = useParams({ strict: false });
  const { construct } = row;
  const grade = gradeOfEvidence(evidenceFor(review, { on: 'synthesise.constructs', id: construct.id }));
  const claims = standing(review.synthesise.claims).filter(
    ({ home }) => home.on === 'construct' && home.id === construct.id,
  );
  return (
    <li className={styles.construct}>
      <Link
        to="/$review/synthesise/$construct"
        params={{ review: id, construct: construct.id }}
        className={styles.name ?? ''}
      >
        {construct.name}
      </Link>
      <span className={prose.small}>{counted(claims.length, 'claim')}</span>
      <GradeMark grade={grade} />
      <Counts counts={row} />
    </li>
  );
}

function LevelClaims({ level }: { readonly level: Level | undefined }) {
  const review = useReview();
  const claims = standing(review.synthesise.claims).filter(({ home }) => home.on === 'level' && home.id === level?.id);
  if (claims.length === 0) return null;
  return (
    <details>
      <summary>
        {words.levelClaims} ({claims.length})
      </summary>
      <ul className={prose.list}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <Thing to={{ on: 'synthesise.claims', id: claim.id }} />
            <ClaimActs claim={claim} />
          </li>
        ))}
      </ul>
    </details>
  );
}
