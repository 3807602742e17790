import type { SuggestedStudy } from '@throughline/wire';
import {
  fill,
  listed,
  oneStudyWords as words,
  sayMayBeOne,
  sayStudyDoubts,
  sayStudyLink,
  sayWhyOneStudy,
} from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useReview, useStore } from '../../../house/HouseContext.js';
import { newId } from '../../../house/new-id.js';
import { Button } from '../../../ui/Button.js';
import { MayWork } from '../../../ui/MayWork.js';
import prose from '../../../ui/Prose.module.css';
import styles from './OneStudy.module.css';
import { OneStudyForm } from './OneStudyForm.js';
import { foundApart, nameOfReport, namesOf } from './suggested.js';

interface SuggestionProps {
  readonly suggestion: SuggestedStudy;
  readonly isPutOff: boolean;
  readonly onLater: () => void;
  /** With what is said of it. */
  readonly onAnswered: (said: string) => void;
}

/** One suggestion: which reports, why, and what can be said of it. */
export function Suggestion(props: SuggestionProps) {
  const { suggestion, isPutOff } = props;
  const { authors, signs, adds, reports, strength } = suggestion;
  const study = useGrown(suggestion);
  return (
    <article className={styles.suggestion} data-one-study={strength}>
      <h3 tabIndex={-1}>{sayMayBeOne(adds.length, study?.name)}</h3>
      <p className={prose.row}>
        <span className={styles.strength}>{words.strength[strength]}</span>
        {isPutOff && <span className={prose.small}>{words.putOff}</span>}
      </p>
      <Reports suggestion={suggestion} />
      <p>{sayWhyOneStudy(authors, signs, reports.length)}</p>
      <Joint suggestion={suggestion} />
      <Pairs suggestion={suggestion} />
      <MayWork>
        <Answers {...props} />
      </MayWork>
    </article>
  );
}

function useGrown({ grows }: SuggestedStudy) {
  const { read } = useReview();
  return grows === undefined ? undefined : read.studies.get(grows);
}

function Reports({ suggestion: { reports, adds, grows } }: { readonly suggestion: SuggestedStudy }) {
  const { read } = useReview();
  const { review = '' } = useParams({ strict: false });
  return (
    <ul className={styles.reports}>
      {reports.map((id) => (
        <li key={id}>
          <Link to="/$review/read/$report" params={{ review, report: id }}>
            {nameOfReport(read.reports.get(id))}
          </Link>{' '}
          <span className={prose.quiet}>{read.reports.get(id)?.title}</span>
          {grows !== undefined && !adds.includes(id) && <span className={prose.small}> ({words.inStudy})</span>}
        </li>
      ))}
    </ul>
  );
}

/** Where they hang together most weakly, if there are parts at all; and what speaks against that link. */
function Joint({ suggestion: { joint, parts, strength, reports } }: { readonly suggestion: SuggestedStudy }) {
  const review = useReview();
  const [a = '', b = ''] = namesOf(review, [joint.a, joint.b]);
  const doubts = sayStudyDoubts(joint);
  const weak = strength === 'some' && reports.length > 2;
  const [first, second] = parts.map((part) => listed(namesOf(review, part)));
  if (!weak && doubts === '') return null;
  return (
    <p className={prose.quiet}>
      {[
        weak ? fill(words.joint, { a, b, first: first ?? '', second: second ?? '', share: sayStudyLink(joint) }) : '',
        doubts,
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

function Pairs({ suggestion: { links } }: { readonly suggestion: SuggestedStudy }) {
  const review = useReview();
  if (links.length < 2) return null;
  return (
    <details>
      <summary>{fill(words.pairs, { count: links.length })}</summary>
      <ul className={prose.list}>
        {links.map((link) => {
          const [a = '', b = ''] = namesOf(review, [link.a, link.b]);
          return (
            <li key={`${link.a} ${link.b}`}>
              <strong>{fill(words.pair, { a, b })}</strong> {sayStudyLink(link)}. {sayStudyDoubts(link)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Answers({ suggestion, onLater, onAnswered }: SuggestionProps) {
  const review = useReview();
  const store = useStore();
  const study = useGrown(suggestion);
  const [opened, setOpened] = useState(false);
  const { grows, reports } = suggestion;
  const said = { reports: listed(namesOf(review, suggestion.adds)), study: study?.name ?? '' };
  const not = (anyTwo: boolean) => {
    const made = foundApart(suggestion).map((own) =>
      store.propose({
        kind: 'not-one-study.made',
        payload: { id: newId('apart'), reports: own, ...(anyTwo ? { anyTwo } : {}) },
      }),
    );
    if (made.every(Boolean)) onAnswered(fill(words.notNow, said));
  };
  if (opened) return <OneStudyForm suggestion={suggestion} onClose={() => setOpened(false)} onAnswered={onAnswered} />;
  const isNew = grows === undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the answers to one suggestion, and no form
    <div className={styles.acts} role="group" aria-label={words.acts}>
      <Button aria-label={fill(isNew ? words.oneIt : words.joinIt, said)} onClick={() => setOpened(true)}>
        {isNew ? words.one : words.join}
      </Button>
      <Button aria-label={fill(isNew ? words.notIt : words.notTheStudyIt, said)} onClick={() => not(false)}>
        {isNew ? words.not : words.notTheStudy}
      </Button>
      {isNew && reports.length > 2 && (
        <Button tone="quiet" aria-label={fill(words.noTwoIt, said)} onClick={() => not(true)}>
          {words.noTwo}
        </Button>
      )}
      <Button tone="quiet" aria-label={fill(words.laterIt, said)} onClick={onLater}>
        {words.later}
      </Button>
    </div>
  );
}
