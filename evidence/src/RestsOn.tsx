import type { Ref, Review } from '@throughline/core';
import { evidenceWords, fill, thingWord } from '@throughline/words';
import styles from './EvidencePane.module.css';
import { GradeMark } from './GradeMark.js';
import { Inferred } from './Inferred.js';
import { InTheirWords } from './InTheirWords.js';
import { RecordLines, sayLines, type TextOf } from './RecordLines.js';
import { ThingLink } from './ThingLink.js';
import type { EvidenceView, StepView } from './view.js';

interface RestsOnProps {
  readonly review: Review;
  readonly view: EvidenceView;
  readonly onSelect: (ref: Ref) => void;
  readonly textOf: TextOf | undefined;
}

/** One step back. Each step is a link that goes there, with what the step itself says. */
export function RestsOn({ review, view, onSelect, textOf }: RestsOnProps) {
  const { ref, rests } = view;
  const found = ref.on === 'gather.sources' || ref.on.startsWith('floor.');
  if (rests.length === 0 && (ref.on.startsWith('notes.') || ref.on.startsWith('plan.') || found)) {
    return ref.on === 'gather.sources' ? <p className={styles.quiet}>{evidenceWords.endOfWalk}</p> : null;
  }
  return (
    <section className={styles.part}>
      <h4>{evidenceWords.restsOn}</h4>
      {ref.on === 'gather.records' && <RecordLines {...{ review, textOf }} record={ref.id} />}
      {rests.length === 0 && ref.on !== 'gather.records' && (
        <p className={styles.quiet}>{evidenceWords.restsOnNothing}</p>
      )}
      <ol className={styles.steps}>
        {rests.map((step, at) => (
          // One report may be cited twice, at two places.
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no id of their own, and their order is theirs
          <li key={`${step.ref.id} ${at}`}>
            <StepLine {...{ review, step, onSelect }} />
            {step.ref.on === 'gather.records' && <RecordLines {...{ review, textOf }} record={step.ref.id} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StepLineProps {
  readonly review: Review;
  readonly step: StepView;
  readonly onSelect: (ref: Ref) => void;
}

/** A step: the thing, its place, its words, whether it is inferred, and right behind it the reports. */
function StepLine({ review, step, onSelect }: StepLineProps) {
  const { ref, quote, lines, grade, inferred } = step;
  const background =
    ref.on === 'gather.records' && lines === undefined && review.gather.records.get(ref.id) === undefined;
  return (
    <>
      <p className={styles.stepName}>
        <ThingLink review={review} to={ref} onSelect={onSelect} />
      </p>
      <p className={styles.stepNotes}>
        <span>{thingWord(ref.on)}</span>
        {step.page !== undefined && <span>{fill(evidenceWords.page, { page: bare(step.page) })}</span>}
        {lines !== undefined && <span>{sayLines(lines)}</span>}
        {grade !== undefined && <GradeMark grade={grade} />}
        {inferred && <Inferred />}
        {background && <span>{evidenceWords.background}</span>}
      </p>
      {quote !== undefined && ref.on === 'read.reports' && (
        <InTheirWords whose="quoted" block>
          {quote}
        </InTheirWords>
      )}
      <Behind {...{ review, onSelect }} steps={step.behind} />
    </>
  );
}

/** What lies right behind a step, as small links: from a claim one can go straight to its reports. */
export function Behind({
  review,
  steps,
  onSelect,
}: {
  readonly review: Review;
  readonly steps: readonly StepView[];
  readonly onSelect: (ref: Ref) => void;
}) {
  if (steps.length === 0) return null;
  return (
    <p className={styles.chips}>
      {steps.map((step, at) => (
        <ThingLink
          // biome-ignore lint/suspicious/noArrayIndexKey: one report may be cited twice, at two places
          key={`${step.ref.id} ${at}`}
          review={review}
          to={step.ref}
          onSelect={onSelect}
          chip
          after={step.page !== undefined && <span>{fill(evidenceWords.page, { page: bare(step.page) })}</span>}
        />
      ))}
    </p>
  );
}

/** A page without the "p." that some sources print before it. */
const bare = (page: string): string => page.replace(/^pp?\.?\s*/i, '');
