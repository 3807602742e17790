import { lastSet, type ReportId, type Study } from '@throughline/core';
import type { SuggestedStudy } from '@throughline/wire';
import { beginningWords, counted, fill, oneStudyWords as words, sayWhyOneStudy } from '@throughline/words';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useReview, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { proposeHere } from '../../../house/propose-here.js';
import { Button } from '../../../ui/Button.js';
import grouping from '../GroupReports.module.css';
import { nameOfReport, nameToBegin } from './suggested.js';

const { groupName, groupBecause, groupInferred, groupNeedsTwo, groupNeedsName, groupDo, groupedNow } =
  beginningWords.read;

interface OneStudyFormProps {
  readonly suggestion: SuggestedStudy;
  readonly onClose: () => void;
  readonly onAnswered: (said: string) => void;
}

/** Which of the reports it is, and for a new study its name. What spoke for it is the reason to begin with. */
export function OneStudyForm({ suggestion, onClose, onAnswered }: OneStudyFormProps) {
  const { read } = useReview();
  const store = useStore();
  const { adds, grows, authors, signs, reports } = suggestion;
  const study = grows === undefined ? undefined : read.studies.get(grows);
  const [ticked, setTicked] = useState<readonly string[]>(adds);
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const group = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const answer = study === undefined ? makeStudy(ticked, said) : growStudy(study, ticked, said);
    if ('problem' in answer) return setProblem(answer.problem);
    const refusal = proposeHere(store, answer.change);
    if (refusal !== undefined) return setProblem(refusal);
    onAnswered(answer.said);
    return undefined;
  };

  return (
    <div className={grouping.group}>
      <form ref={form} onSubmit={group}>
        <fieldset>
          <legend>{study === undefined ? words.whichOnes : words.whichJoin}</legend>
          {adds.map((id) => (
            <label key={id} className={grouping.choice} title={read.reports.get(id)?.title}>
              <input
                type="checkbox"
                checked={ticked.includes(id)}
                onChange={({ target }) =>
                  setTicked(target.checked ? [...ticked, id] : ticked.filter((each) => each !== id))
                }
              />
              {nameOfReport(read.reports.get(id))}
            </label>
          ))}
        </fieldset>
        {study === undefined && (
          <label>
            {groupName}
            <input name="name" defaultValue={nameToBegin(suggestion)} />
          </label>
        )}
        <label>
          {groupBecause}
          <textarea name="because" rows={3} defaultValue={sayWhyOneStudy(authors, signs, reports.length)} />
        </label>
        {study === undefined && (
          <label className={grouping.choice}>
            <input type="checkbox" name="inferred" defaultChecked />
            {groupInferred}
          </label>
        )}
        {problem !== undefined && <p role="alert">{problem}</p>}
        <div className={grouping.choice}>
          <Button type="submit">{study === undefined ? groupDo : words.join}</Button>
          <Button tone="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}

type Answer =
  | { readonly problem: string }
  | { readonly change: Parameters<typeof proposeHere>[1]; readonly said: string };

const textOf = (said: FormData, name: string): string => String(said.get(name) ?? '').trim();
const reasonIn = (said: FormData): { because?: string } => {
  const because = textOf(said, 'because');
  return because === '' ? {} : { because };
};

function makeStudy(reports: readonly string[], said: FormData): Answer {
  const name = textOf(said, 'name');
  if (reports.length < 2) return { problem: groupNeedsTwo };
  if (name === '') return { problem: groupNeedsName };
  const inferred = said.get('inferred') === null ? {} : { inferred: true };
  const payload = { id: newId('study'), name, reports, ...inferred };
  return {
    change: { kind: 'study.made', payload, ...reasonIn(said) },
    said: fill(groupedNow, { reports: counted(reports.length, 'report'), name }),
  };
}

/** Says what was seen of the study's reports: who grew it meanwhile is not overwritten (L5). */
function growStudy(study: Study, adds: readonly string[], said: FormData): Answer {
  if (adds.length === 0) return { problem: words.needsOne };
  const reports = [...study.reports, ...(adds as readonly ReportId[])];
  const payload = { id: study.id, set: { reports } };
  return {
    change: { kind: 'study.edited', payload, saw: { reports: lastSet(study, 'reports') }, ...reasonIn(said) },
    said: fill(words.grown, { reports: counted(adds.length, 'report'), study: study.name }),
  };
}
