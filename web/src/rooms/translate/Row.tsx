import { type Concept, type Report, standing } from '@throughline/core';
import { fill, laterWords, makingWords } from '@throughline/words';
import { useRef, useState } from 'react';
import { useReview } from '../../house/HouseContext.js';
import { MayWork } from '../../ui/MayWork.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import { CellForm, CellOf } from './cells.js';
import { ConceptForm } from './ConceptForm.js';
import styles from './Translate.module.css';

const words = laterWords.translate;
const making = makingWords.form;

/** A concept with its translations; what is written about one of them is written in the row below. */
export function Row({ concept, reports }: { readonly concept: Concept; readonly reports: readonly Report[] }) {
  const cells = standing(useReview().translate.cells).filter((cell) => cell.concept === concept.id);
  const cellAt = (report: Report) => cells.find((cell) => cell.report === report.id);
  const row = useRef<HTMLTableRowElement>(null);
  const [writing, setWriting] = useState<number>();
  const close = () => {
    // The column's own button: the same place, whether the cell was made, changed or taken away.
    const place = writing;
    setWriting(undefined);
    requestAnimationFrame(() =>
      row.current?.cells[place ?? 0]?.querySelector<HTMLElement>(`.${styles.write}`)?.focus(),
    );
  };
  const report = writing === undefined ? undefined : reports[writing - 1];
  return (
    <>
      <tr ref={row}>
        <th scope="row">
          <Thing to={{ on: 'translate.concepts', id: concept.id }} />
          <MayWork>
            <button
              type="button"
              className={styles.write}
              aria-label={fill(making.editIt, { name: concept.name })}
              onClick={() => setWriting(0)}
            >
              {making.edit}
            </button>
          </MayWork>
        </th>
        {reports.map((each, at) => (
          <td key={each.id}>
            <CellOf {...{ concept, report: each }} cell={cellAt(each)} onWrite={() => setWriting(at + 1)} />
          </td>
        ))}
        <td>
          <Contradicted concept={concept} />
        </td>
      </tr>
      {writing !== undefined && (
        <tr>
          <td colSpan={reports.length + 2} className={styles.writing}>
            {report === undefined ? (
              <ConceptForm of={concept} onClose={close} />
            ) : (
              <CellForm key={report.id} {...{ concept, report }} cell={cellAt(report)} onClose={close} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** Refutation cannot be skipped silently: an unanswered question stays in sight. */
function Contradicted({ concept }: { readonly concept: Concept }) {
  const { contradicted } = concept;
  if (contradicted === undefined)
    return (
      <span className={styles.unanswered} title={words.unansweredWhy}>
        {words.unanswered}
      </span>
    );
  return (
    <>
      {contradicted.answer}
      {contradicted.note !== undefined && <p className={prose.small}>{contradicted.note}</p>}
    </>
  );
}
