import type { Ref, Review } from '@throughline/core';
import { evidenceWords, fill, thingWord } from '@throughline/words';
import { useMemo } from 'react';
import { ClaimsBehind } from './ClaimsBehind.js';
import { CountPair } from './CountPair.js';
import styles from './EvidencePane.module.css';
import { Details } from './Details.js';
import { Forward } from './Forward.js';
import { GradeMark } from './GradeMark.js';
import { Head } from './Head.js';
import type { TextOf } from './RecordLines.js';
import { RestsOn } from './RestsOn.js';
import { sayThing } from './say-thing.js';
import type { People } from './stamps.js';
import { ThingLink } from './ThingLink.js';
import { Trail } from './Trail.js';
import { viewOf } from './view.js';
import { useWalk, type Walk } from './walk.js';

export interface EvidencePaneProps {
  readonly review: Review;
  /** What the reader selected, wherever it was. */
  readonly selected: Ref | undefined;
  readonly onSelect: (ref: Ref) => void;
  readonly people: People;
  /** Where the texts of records can be had; without it only their places show. */
  readonly textOf?: TextOf | undefined;
  /** How to go to the page of a thing, where it has one. */
  readonly pageOf?: ((ref: Ref) => (() => void) | undefined) | undefined;
}

/**
 * Where a thing comes from, step by step back to the words on the page and the search that found the paper, and what
 * rests on it, forward to the line of argument. The same everywhere: in every room and in the reader.
 */
export function EvidencePane({ review, selected, onSelect, people, textOf, pageOf }: EvidencePaneProps) {
  const { walk, step, stepped } = useWalk(selected, onSelect);
  if (selected === undefined) return <Empty />;
  return (
    <div className={styles.pane}>
      <Way review={review} walk={walk} onSelect={step} />
      <Selected
        key={`${selected.on} ${selected.id}`}
        {...{ review, people, textOf, pageOf }}
        selected={selected}
        onSelect={step}
        focus={stepped}
      />
    </div>
  );
}

function Empty() {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{evidenceWords.emptyTitle}</p>
      <p>{evidenceWords.empty}</p>
    </div>
  );
}

/** How the reader came here; each place goes back there. */
function Way({ review, walk, onSelect }: { review: Review; walk: Walk; onSelect: (ref: Ref) => void }) {
  if (walk.length < 2) return null;
  return (
    <nav aria-label={evidenceWords.walk} className={styles.way}>
      <ol>
        {walk.slice(0, -1).map((ref) => (
          <li key={`${ref.on} ${ref.id}`}>
            <ThingLink review={review} to={ref} onSelect={onSelect} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type SelectedProps = Omit<EvidencePaneProps, 'selected'> & {
  readonly selected: Ref;
  /** A step inside the pane takes away what was pressed: the focus goes to where it led. */
  readonly focus: boolean;
};

function Selected({ review, selected, onSelect, people, textOf, pageOf, focus }: SelectedProps) {
  const view = useMemo(() => viewOf(review, selected), [review, selected]);
  const said = sayThing(review, selected);
  const go = pageOf?.(selected);
  const known = said !== undefined || selected.on === 'gather.records';
  return (
    <article className={styles.selected} data-selected-on={selected.on} data-selected-id={selected.id}>
      <Head word={thingWord(selected.on)} said={said} id={selected.id} focus={focus} />
      {go !== undefined && (
        <button type="button" className={styles.page} onClick={go}>
          {evidenceWords.openPage}
        </button>
      )}
      {!known && <p className={styles.quiet}>{fill(evidenceWords.notHere, { id: selected.id })}</p>}
      {(view.grade !== undefined || view.counts !== undefined) && (
        <div className={styles.measure}>
          {view.grade !== undefined && <GradeMark grade={view.grade} />}
          {view.counts !== undefined && <CountPair {...{ review, onSelect }} counts={view.counts} />}
        </div>
      )}
      <Details review={review} of={selected} onSelect={onSelect} />
      <RestsOn {...{ review, view, onSelect, textOf }} />
      <ClaimsBehind {...{ review, onSelect }} groups={view.claims} />
      <Forward {...{ review, onSelect }} groups={view.forward} />
      {view.trail !== undefined && <Trail trail={view.trail} people={people} />}
    </article>
  );
}
