import type { Ref, Review } from '@throughline/core';
import { EvidencePane } from '@throughline/evidence';
import { evidenceWords } from '@throughline/words';
import { useCallback, useEffect, useRef, useState } from 'react';
import { embeddedPeople, embeddedText, placeOf } from './embedded.js';
import { listen } from './openers.js';
import styles from './Reader.module.css';

/** The evidence pane beside a report that is open in a browser; nothing is fetched, everything is in the document. */
export function Reader({ review }: { readonly review: Review }) {
  const { selected, choose, close } = useChoice();
  const [people] = useState(() => embeddedPeople(document, review));
  const textOf = useCallback(async (record: string) => embeddedText(document, review, record), [review]);
  const pageOf = useCallback((ref: Ref) => {
    const place = placeOf(document, ref);
    return place && (() => place.scrollIntoView());
  }, []);
  if (selected === undefined) return null;
  return (
    <aside className={styles.reader} aria-label={evidenceWords.title}>
      <div className={styles.head}>
        <h2>{evidenceWords.title}</h2>
        <button type="button" onClick={close}>
          {evidenceWords.close}
        </button>
      </div>
      <EvidencePane
        review={review}
        selected={selected}
        onSelect={choose}
        people={people}
        textOf={textOf}
        pageOf={pageOf}
      />
    </aside>
  );
}

/** What was chosen in the document or in the pane; closing goes back to where the first choice was made. */
function useChoice(): { selected: Ref | undefined; choose: (ref: Ref) => void; close: () => void } {
  const [selected, setSelected] = useState<Ref>();
  const from = useRef<Element>(undefined);
  const close = useCallback(() => {
    setSelected(undefined);
    if (from.current instanceof HTMLElement || from.current instanceof SVGElement) from.current.focus();
  }, []);
  useEffect(() => {
    listen(document, (ref, opener) => {
      from.current = opener;
      keepInPlace(opener);
      setSelected(ref);
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-selected-on] h3')?.focus({ preventScroll: true }),
      );
    });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  }, [close]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-reading', selected !== undefined);
  }, [selected]);
  return { selected, choose: setSelected, close };
}

/** The pane narrows the text, which would move what was chosen out of sight: it stays where it was. */
function keepInPlace(opener: Element): void {
  const before = opener.getBoundingClientRect().top;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => window.scrollBy(0, opener.getBoundingClientRect().top - before)),
  );
}
