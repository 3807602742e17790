import { type Report, type ReportId, standing, studiesOf } from '@throughline/core';
import { beginningWords, counted, fill } from '@throughline/words';
import { type FormEvent, useState } from 'react';
import { useReview, useStore } from '../../house/HouseContext.js';
import { newId } from '../../house/new-id.js';
import { Button } from '../../ui/Button.js';
import styles from './GroupReports.module.css';

const words = beginningWords.read;

/** Says that some reports describe one study, and why. Every count of studies follows. */
export function GroupReports() {
  const review = useReview();
  const store = useStore();
  const [problem, setProblem] = useState<string>();
  const reports = reportsAlone(useReview());
  const [chosen, setChosen] = useState<readonly ReportId[]>([]);
  if (reports.length < 2) return null;
  const own = chosen.filter((id) => reports.some((report) => report.id === id));

  const group = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = (name: string) => String(new FormData(form).get(name) ?? '').trim();
    if (own.length < 2) return setProblem(words.groupNeedsTwo);
    if (said('name') === '') return setProblem(words.groupNeedsName);
    setProblem(undefined);
    const payload = {
      id: newId('study'),
      name: said('name'),
      reports: own,
      ...(said('inferred') ? { inferred: true } : {}),
    };
    const because = said('because');
    if (store.propose({ kind: 'study.made', payload, ...(because === '' ? {} : { because }) })) {
      form.reset();
      setChosen([]);
      store.announce(fill(words.groupedNow, { reports: counted(own.length, 'report'), name: payload.name }));
    }
    return undefined;
  };

  return (
    <details className={styles.group}>
      <summary>{words.groupNew}</summary>
      <form onSubmit={group}>
        <fieldset>
          <legend>{words.groupWhich}</legend>
          {reports.map(({ id, label, title }) => (
            <label key={id} className={styles.choice} title={title}>
              <input
                type="checkbox"
                checked={own.includes(id)}
                onChange={({ target }) => setChosen(target.checked ? [...own, id] : own.filter((each) => each !== id))}
              />
              {label} {numberOf(review.read.reports.get(id))}
            </label>
          ))}
        </fieldset>
        <label>
          {words.groupName}
          <input name="name" />
        </label>
        <label>
          {words.groupBecause}
          <textarea name="because" rows={2} />
        </label>
        <label className={styles.choice}>
          <input type="checkbox" name="inferred" />
          {words.groupInferred}
        </label>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div>
          <Button type="submit">{words.groupDo}</Button>
        </div>
      </form>
    </details>
  );
}

/** Two reports may have one label; the number in the founding list tells them apart. */
const numberOf = (report: Report | undefined): string => (report?.number === undefined ? '' : `[${report.number}]`);

function reportsAlone(review: ReturnType<typeof useReview>): Report[] {
  const alone = new Set(studiesOf(review).flatMap(({ grouped, reports }) => (grouped === undefined ? reports : [])));
  return standing(review.read.reports).filter(({ id }) => alone.has(id));
}
