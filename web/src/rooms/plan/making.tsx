import { type Criterion, type Position, type Protocol, standing } from '@throughline/core';
import { beginningWords, fill, makingWords } from '@throughline/words';
import { useHouse, useReview } from '../../house/HouseContext.js';
import type { Field } from '../../ui/form-draft.js';
import { nextOrder } from '../../ui/next-order.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.plan;
const { plan } = beginningWords;

const protocolFields: readonly Field[] = [
  { name: 'aim', label: plan.aim, sort: 'text', needed: true },
  { name: 'questions', label: plan.questions, sort: 'lines', needed: true },
  { name: 'method', label: plan.method, sort: 'line', needed: true },
  { name: 'whyThisMethod', label: plan.why, sort: 'text' },
  { name: 'registration', label: plan.registration, sort: 'line' },
  { name: 'reporting', label: plan.reporting, sort: 'line', suggestions: ['eMERGe', 'ENTREQ', 'PRISMA 2020'] },
  { name: 'date', label: plan.date, sort: 'day', hint: words.dayHint },
];

/** Writes the protocol; what is changed later is an amendment, and can say why. */
export function ProtocolForm({ protocol }: { readonly protocol: Protocol | undefined }) {
  return (
    <Acts>
      <ThingForm
        thing="protocol"
        opener={protocol === undefined ? words.protocolAdd : words.protocolEdit}
        fields={protocolFields}
        of={protocol}
        asksWhy={protocol !== undefined}
      />
    </Acts>
  );
}

const criterionFields: readonly Field[] = [
  {
    name: 'sort',
    label: words.criterionSort,
    sort: 'choice',
    needed: true,
    options: (['inclusion', 'exclusion'] as const).map((value) => ({ value, label: words.criterionSorts[value] })),
  },
  {
    name: 'heading',
    label: words.criterionHeading,
    sort: 'line',
    needed: true,
    suggestions: words.criterionHeadings,
  },
  { name: 'text', label: words.criterionText, sort: 'text', needed: true },
];

export function NewCriterion() {
  const order = nextOrder(standing(useReview().plan.criteria));
  return (
    <Acts>
      <ThingForm thing="criterion" opener={words.criterionAdd} fields={criterionFields} also={{ order }} asksWhy />
    </Acts>
  );
}

export function CriterionActs({ criterion }: { readonly criterion: Criterion }) {
  return (
    <Acts small>
      <ThingForm
        thing="criterion"
        opener={editOpener}
        label={fill(makingWords.form.editIt, { name: criterion.heading })}
        fields={criterionFields}
        of={criterion}
        asksWhy
      />
      <TakeAway thing="criterion" of={{ on: 'plan.criteria', id: criterion.id }} />
    </Acts>
  );
}

const positionFields: readonly Field[] = [
  { name: 'text', label: words.positionText, sort: 'text', rows: 6, needed: true },
];

/** One's own position: written once, then revised. Nobody writes another's. */
export function MyPosition({ positions }: { readonly positions: readonly Position[] }) {
  const { me } = useHouse();
  if (positions.some(({ person }) => person === me.person)) return null;
  return (
    <Acts>
      <ThingForm thing="position" opener={words.positionAdd} fields={positionFields} also={{ person: me.person }} />
    </Acts>
  );
}

export function PositionActs({ position, name }: { readonly position: Position; readonly name: string }) {
  const { me } = useHouse();
  if (position.person !== me.person) return null;
  return (
    <Acts small>
      <ThingForm
        thing="position"
        opener={editOpener}
        label={fill(makingWords.form.editIt, { name })}
        fields={positionFields}
        of={position}
        asksWhy
      />
      <TakeAway thing="position" of={{ on: 'plan.positions', id: position.id }} />
    </Acts>
  );
}
