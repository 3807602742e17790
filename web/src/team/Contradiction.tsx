import { type Ref, type Refusal, type SeenChange, shelfOf } from '@throughline/core';
import { whenWas } from '@throughline/evidence';
import { deedOf, fill, frameWords, sayRefusal, teamWords, thingWord } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useReview, useServer } from '../house/HouseContext.js';
import prose from '../ui/Prose.module.css';
import { Thing } from '../ui/Thing.js';
import { type Said, saysOf } from './both-texts.js';
import styles from './Team.module.css';

const words = teamWords.takeBack;

interface ContradictionProps {
  readonly change: SeenChange;
  readonly refusal: Refusal;
  readonly name: string;
}

/** One change of a share that was not taken in: what it says, and beside it what stands here. */
export function Contradiction({ change, refusal, name }: ContradictionProps) {
  const { about, here, there } = saysOf(useReview(), change, refusal);
  return (
    <li className={styles.contradiction}>
      <p>
        <strong>{fill(words.deed, { name, deed: deedOf(change) })}</strong>{' '}
        <span className={prose.small}>{whenWas(change.at)}</span>
      </p>
      {about !== undefined && <About about={about} />}
      <p>{fill(words.notTaken, { why: sayRefusal(refusal) })}</p>
      {change.because !== undefined && <p>{fill(words.because, { because: change.because })}</p>}
      <div className={styles.texts}>
        <Side title={words.there} said={there} />
        <Side title={words.here} said={here} none={refusal.code === 'vote.twice' ? words.voteStands : undefined} />
      </div>
    </li>
  );
}

/** What it is about. A record that did not travel is asked for by its title. */
function About({ about }: { readonly about: Ref }) {
  const review = useReview();
  const server = useServer();
  const held = shelfOf(review, about.on).has(about.id);
  const record = useQuery({
    queryKey: ['record', server.review, about.id],
    queryFn: () => server.record(about.id),
    enabled: !held && about.on === 'gather.records',
  });
  if (held) return <Thing to={about} />;
  const title = record.data?.reference.title;
  return <p>{title === undefined ? `${thingWord(about.on)} ${about.id}` : <Thing to={about} name={title} />}</p>;
}

interface SideProps {
  readonly title: string;
  readonly said: readonly Said[];
  /** What is known where nothing of it is held on this page: votes stay on the server. */
  readonly none?: string | undefined;
}

function Side({ title, said, none = frameWords.nothingBefore }: SideProps) {
  return (
    <div>
      <h4>{title}</h4>
      {said.length === 0 && <p className={prose.quiet}>{none}</p>}
      {said.map(({ field, text }) => (
        <p key={field}>
          <span className={prose.small}>{field}</span> {text}
        </p>
      ))}
    </div>
  );
}
