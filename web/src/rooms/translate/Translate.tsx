import { type Concept, type Report, type Review, standing } from '@throughline/core';
import { laterWords, roomWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { useIsWorkedExample } from '../../ui/about.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import { Thing } from '../../ui/Thing.js';
import { NewConcept } from './ConceptForm.js';
import { Row } from './Row.js';
import styles from './Translate.module.css';

const words = laterWords.translate;

/** Phase 5: how each report's concept reads in terms of the others'. */
export function Translate() {
  const review = useReview();
  const example = useIsWorkedExample();
  const concepts = standing(review.translate.concepts).toSorted((a, b) => a.order - b.order);
  return (
    <Page title={roomWords.translate.name} name={roomWords.translate.name} purpose={roomWords.translate.purpose}>
      <Part title={words.table}>
        {concepts.length === 0 ? (
          <Nothing>{example ? words.tableNone : words.tableNoneYet}</Nothing>
        ) : (
          <TranslationTable concepts={concepts} reports={inOrder(review)} />
        )}
        <NewConcept />
      </Part>
      <Part title={words.order}>
        <Sequences />
      </Part>
    </Page>
  );
}

/** The columns in the order in which the reports were translated, where that is said; the others after them. */
function inOrder(review: Review): Report[] {
  const said = standing(review.translate.sequences)[0]?.reports ?? [];
  const place = new Map<string, number>(said.map((id, at) => [id, at]));
  const last = said.length;
  return standing(review.read.reports).toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}

function TranslationTable({
  concepts,
  reports,
}: {
  readonly concepts: readonly Concept[];
  readonly reports: readonly Report[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={words.table}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.concept}</th>
            {reports.map((report) => (
              <th key={report.id} scope="col">
                <Thing to={{ on: 'read.reports', id: report.id }} />
              </th>
            ))}
            <th scope="col">{words.contradicted}</th>
          </tr>
        </thead>
        <tbody>
          {concepts.map((concept) => (
            <Row key={concept.id} concept={concept} reports={reports} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sequences() {
  const sequences = standing(useReview().translate.sequences);
  if (sequences.length === 0) return <Nothing>{words.orderNone}</Nothing>;
  return sequences.map(({ id, sort, reports }) => (
    <div key={id}>
      <h3>{sort}</h3>
      <ol>
        {reports.map((report) => (
          <li key={report}>
            <Thing to={{ on: 'read.reports', id: report }} />
          </li>
        ))}
      </ol>
    </div>
  ));
}
