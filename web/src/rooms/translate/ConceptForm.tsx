import { type Concept, standing } from '@throughline/core';
import { fill, makingWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { type Draft, type Field, textIn } from '../../ui/form-draft.js';
import { nextOrder } from '../../ui/next-order.js';
import { OpenThingForm, type ThingFormSpec } from '../../ui/OpenThingForm.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.translate;

const fields: readonly Field[] = [
  { name: 'name', label: words.conceptName, sort: 'line', needed: true },
  {
    name: 'answer',
    label: words.contradicted,
    sort: 'choice',
    empty: words.contradictedUnanswered,
    options: Object.entries(words.contradictedAnswers).map(([value, label]) => ({ value, label })),
  },
  { name: 'note', label: words.contradictedNote, sort: 'text', rows: 2 },
];

/** Where it is contradicted is one field of the concept, and two of the form. */
const concept: Pick<ThingFormSpec, 'thing' | 'fields' | 'shape' | 'check'> = {
  thing: 'concept',
  fields,
  shape: ({ answer, note, ...rest }) => ({
    ...rest,
    ...(answer === undefined ? {} : { contradicted: { answer, ...(note === undefined ? {} : { note }) } }),
  }),
  check: (draft: Draft) =>
    textIn(draft, 'answer') === '' && textIn(draft, 'note').trim() !== ''
      ? { words: words.noteNeedsAnswer, field: 'answer' }
      : undefined,
};

/** Adds a row to the table. */
export function NewConcept() {
  const order = nextOrder(standing(useReview().translate.concepts));
  return (
    <Acts>
      <ThingForm {...concept} opener={words.conceptAdd} also={{ order }} />
    </Acts>
  );
}

/** Changes a row's name, and answers where it is contradicted. */
export function ConceptForm({ of, onClose }: { readonly of: Concept; readonly onClose: () => void }) {
  const { answer = '', note = '' } = of.contradicted ?? {};
  return (
    <div>
      <OpenThingForm
        {...concept}
        label={fill(makingWords.form.editIt, { name: of.name })}
        of={of}
        start={{ answer, note }}
        onDone={onClose}
        onLeave={onClose}
      />
      <Acts>
        <TakeAway thing="concept" of={{ on: 'translate.concepts', id: of.id }} />
      </Acts>
    </div>
  );
}
