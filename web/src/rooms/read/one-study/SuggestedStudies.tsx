import { standing } from '@throughline/core';
import type { SuggestedStudy } from '@throughline/wire';
import { fill, listed, oneStudyWords as words, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useHouse, useReview, useServer, useStore } from '../../../house/HouseContext.js';
import { Nothing, Part } from '../../../ui/Page.js';
import prose from '../../../ui/Prose.module.css';
import { FoundApart } from './FoundApart.js';
import styles from './OneStudy.module.css';
import { Suggestion } from './Suggestion.js';
import { keyOf, namesOf, stillOpen } from './suggested.js';

/** How many are shown at once. */
const shown = 8;

/** Reports that may describe one study, for somebody to say so or not. What is put off comes last. */
export function SuggestedStudies() {
  const review = useReview();
  const store = useStore();
  const place = useRef<HTMLDivElement>(null);
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const { suggestions, state } = useSuggestions();
  if (standing(review.read.reports).length < 2) return null;
  const rank = (each: SuggestedStudy) => putOff.indexOf(keyOf(each));
  const inOrder = suggestions.toSorted((a, b) => rank(a) - rank(b));
  // Whoever answered goes on at the place where the next one stands by now.
  const answered = (said: string) => {
    store.announce(said);
    requestAnimationFrame(() => (place.current?.querySelector<HTMLElement>('h3') ?? place.current)?.focus());
  };
  const later = (each: SuggestedStudy) => {
    setPutOff([...putOff.filter((key) => key !== keyOf(each)), keyOf(each)]);
    answered(fill(words.laterNow, { reports: listed(namesOf(review, each.adds)) }));
  };
  return (
    <Part title={words.title} note={inOrder.length > 0 ? words.why : undefined}>
      <div ref={place} tabIndex={-1} className={styles.place} data-suggested={state}>
        {state === 'failed' && <p role="alert">{statementWords.failed}</p>}
        {state === 'loading' && <Nothing>{statementWords.loading}</Nothing>}
        {state === 'here' && inOrder.length === 0 && <Nothing>{words.none}</Nothing>}
        {inOrder.slice(0, shown).map((each) => (
          <Suggestion
            key={keyOf(each)}
            suggestion={each}
            isPutOff={putOff.includes(keyOf(each))}
            onLater={() => later(each)}
            onAnswered={answered}
          />
        ))}
        {inOrder.length > shown && <p className={prose.quiet}>{fill(words.more, { count: inOrder.length - shown })}</p>}
      </div>
      <FoundApart />
    </Part>
  );
}

/** Asked again whenever something was stored; what was answered here meanwhile is not shown again. */
function useSuggestions(): { suggestions: readonly SuggestedStudy[]; state: 'loading' | 'here' | 'failed' } {
  const review = useReview();
  const { stored } = useHouse();
  const server = useServer();
  const found = useQuery({
    queryKey: ['suggested-studies', server.review, stored],
    queryFn: () => server.suggestedStudies(),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  const suggestions = (found.data?.suggestions ?? []).filter((each) => stillOpen(review, each));
  // While it is asked again, that nothing is left would be said too early.
  const waits = found.data === undefined || (suggestions.length === 0 && found.isFetching);
  return { suggestions, state: found.isError ? 'failed' : waits ? 'loading' : 'here' };
}
