import { duplicatesWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse } from '../../../house/HouseContext.js';
import { MayWork } from '../../../ui/MayWork.js';
import { Nothing, Page, Part } from '../../../ui/Page.js';
import { Counts } from './Counts.js';
import styles from './Duplicates.module.css';
import { Questions } from './Questions.js';
import { SourceOverlap } from './SourceOverlap.js';
import { StandingGroups } from './StandingGroups.js';
import { SureGroups } from './SureGroups.js';

const words = duplicatesWords;

/** Which records are the same report: what is asked, what is sure, and what stands. */
export function DuplicatesPage() {
  const { counts } = useHouse();
  const { review = '' } = useParams({ strict: false });
  const toGather = (said: string) => (
    <Link to="/$review/gather" params={{ review }}>
      {said}
    </Link>
  );
  return (
    <Page title={words.title} name={words.title} purpose={words.purpose} actions={toGather(words.back)}>
      {counts.records === 0 ? (
        <Nothing>
          {words.none} {toGather(words.toGather)}
        </Nothing>
      ) : (
        <>
          <Part title={words.counts.title}>
            <Counts />
          </Part>
          <div id="sure" className={styles.anchor}>
            <Part title={words.sure.title} note={words.sure.why}>
              <SureGroups />
            </Part>
          </div>
          <MayWork>
            <div id="questions" className={styles.anchor}>
              <Part title={words.questions.title} note={words.questions.why}>
                <Questions />
              </Part>
            </div>
          </MayWork>
          <div id="groups" className={styles.anchor}>
            <Part title={words.groups.title} note={words.groups.why}>
              <StandingGroups />
            </Part>
          </div>
          <Part title={words.overlap.title} note={words.overlap.why}>
            <SourceOverlap />
          </Part>
        </>
      )}
    </Page>
  );
}
