import { countTwice, type Report, type Review, standing, type Study, studiesOf } from '@throughline/core';
import { bibliographicLine, Inferred } from '@throughline/evidence';
import { beginningWords, counted, fill, roomWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useReview, useStore } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { History } from '../../ui/History.js';
import { MayWork } from '../../ui/MayWork.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Counts, Thing } from '../../ui/Thing.js';
import { GroupReports } from './GroupReports.js';
import { SuggestedStudies } from './one-study/SuggestedStudies.js';
import styles from './Read.module.css';
import { Unreported } from './Unreported.js';

const words = beginningWords.read;

/** Phase 3: the reports, and the studies that they describe. */
export function Read() {
  const review = useReview();
  const reports = standing(review.read.reports);
  const studies = standing(review.read.studies);
  const alone = studiesOf(review).filter(({ grouped }) => grouped === undefined);
  return (
    <Page title={roomWords.read.name} name={roomWords.read.name} purpose={roomWords.read.purpose}>
      <MayWork>
        <Unreported />
      </MayWork>
      <SuggestedStudies />
      <Part title={words.reports} note={<StudiesStated />}>
        {reports.length === 0 ? (
          <Nothing>{words.reportsNone}</Nothing>
        ) : (
          <>
            <Counts
              counts={countTwice(
                review,
                reports.map(({ id }) => id),
              )}
            />
            {studies.map((study) => (
              <StudyOf key={study.id} study={study} />
            ))}
            {alone.length > 0 && (
              <div className={styles.study}>
                <h3>{words.alone}</h3>
                <Reports
                  reports={reportsAt(
                    review,
                    alone.flatMap((each) => each.reports),
                  )}
                />
              </div>
            )}
          </>
        )}
        <MayWork>
          <GroupReports />
        </MayWork>
      </Part>
    </Page>
  );
}

/** What a source states of the number of studies stands beside the number that the review holds. */
function StudiesStated() {
  const review = useReview();
  const stated = standing(review.floor.counts).find(({ of }) => of === 'included.studies');
  const held = studiesOf(review).length;
  const reports = standing(review.read.reports).length;
  return (
    <>
      {fill(words.counts, { reports: counted(reports, 'report'), studies: counted(held, 'study', 'studies') })}{' '}
      {stated !== undefined && fill(words.statedStudies, { source: stated.source, value: stated.value })}
    </>
  );
}

const reportsAt = (review: Review, ids: readonly string[]): Report[] =>
  standing(review.read.reports).filter(({ id }) => ids.includes(id));

function StudyOf({ study }: { readonly study: Study }) {
  const review = useReview();
  const store = useStore();
  const because = study.trail.made.because;
  return (
    <div className={styles.study}>
      <h3>
        <Thing to={{ on: 'read.studies', id: study.id }} /> {study.inferred && <Inferred />}{' '}
        <Button
          tone="quiet"
          aria-label={fill(words.ungroupIt, { name: study.name })}
          onClick={() => store.propose({ kind: 'study.removed', payload: { id: study.id } })}
        >
          {words.ungroup}
        </Button>
      </h3>
      {because !== undefined && <p className={prose.quiet}>{because}</p>}
      <Reports reports={reportsAt(review, study.reports)} />
      <details>
        <summary>{words.groupingHistory}</summary>
        <History of={{ on: 'read.studies', id: study.id }} />
      </details>
    </div>
  );
}

function Reports({ reports }: { readonly reports: readonly Report[] }) {
  const { review = '' } = useParams({ strict: false });
  return (
    <ul className={prose.list}>
      {reports.map((report) => (
        <li key={report.id}>
          <p>
            <Link to="/$review/read/$report" params={{ review, report: report.id }} className={styles.label ?? ''}>
              {report.label}
            </Link>
          </p>
          <p className={prose.quiet}>{bibliographicLine(report)}</p>
        </li>
      ))}
    </ul>
  );
}
