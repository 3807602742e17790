import { type Link, type Proposition, type Ref, standing } from '@throughline/core';
import { sayThing } from '@throughline/evidence';
import { fill, makingWords } from '@throughline/words';
import type { ReactNode } from 'react';
import { useReview } from '../../house/HouseContext.js';
import prose from '../../ui/Prose.module.css';
import { TakeAway } from '../../ui/TakeAway.js';
import { Thing } from '../../ui/Thing.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';
import { useLinkForm, usePropositionForm } from './step-forms.js';
import styles from './Synthesise.module.css';

const words = makingWords.synthesise;

/** The line of argument as a list, where each step can be changed; the figure above is drawn from it. */
export function Steps() {
  const { propositions, links } = useReview().synthesise;
  const steps = standing(propositions).toSorted((a, b) => a.order - b.order);
  const arrows = standing(links);
  return (
    <>
      {steps.length + arrows.length > 0 && (
        <details className={styles.steps}>
          <summary>{words.steps}</summary>
          <StepList title={words.stepsPropositions} count={steps.length}>
            {steps.map((step) => (
              <PropositionLine key={step.id} proposition={step} />
            ))}
          </StepList>
          <StepList title={words.stepsLinks} count={arrows.length}>
            {arrows.map((link) => (
              <LinkLine key={link.id} link={link} />
            ))}
          </StepList>
        </details>
      )}
      <NewSteps />
    </>
  );
}

interface StepListProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function StepList({ title, count, children }: StepListProps) {
  if (count === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={prose.list}>{children}</ul>
    </div>
  );
}

function NewSteps() {
  const proposition = usePropositionForm();
  const link = useLinkForm();
  return (
    <Acts>
      <ThingForm {...proposition} opener={words.propositionAdd} />
      {link !== undefined && <ThingForm {...link} opener={words.linkAdd} />}
    </Acts>
  );
}

function PropositionLine({ proposition }: { readonly proposition: Proposition }) {
  const form = usePropositionForm(proposition);
  const of: Ref = { on: 'synthesise.propositions', id: proposition.id };
  return (
    <li>
      <Thing to={of} />
      <Acts small>
        <ThingForm {...form} opener={editOpener} label={fill(makingWords.form.editIt, { name: proposition.text })} />
        <TakeAway thing="proposition" of={of} />
      </Acts>
    </li>
  );
}

function LinkLine({ link }: { readonly link: Link }) {
  const review = useReview();
  const form = useLinkForm(link);
  const of: Ref = { on: 'synthesise.links', id: link.id };
  const name = sayThing(review, of)?.name ?? link.sort;
  return (
    <li>
      <Thing to={of} />
      {link.note !== undefined && <p className={prose.quiet}>{link.note}</p>}
      <Acts small>
        {form !== undefined && (
          <ThingForm {...form} opener={editOpener} label={fill(makingWords.form.editIt, { name })} />
        )}
        <TakeAway thing="link" of={of} />
      </Acts>
    </li>
  );
}
