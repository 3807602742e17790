import { type Category, type Outcome, type Relation, standing } from '@throughline/core';
import { sayThing } from '@throughline/evidence';
import { fill, makingWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import type { Field } from '../../ui/form-draft.js';
import { useSecondOrders } from '../../ui/options.js';
import prose from '../../ui/Prose.module.css';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.relate;
const { editIt } = makingWords.form;

/** Makes a category of second-order constructs, or changes this one. */
export function CategoryForm({ of }: { readonly of?: Category }) {
  const options = useSecondOrders();
  if (options.length === 0) return of === undefined ? <p className={prose.quiet}>{words.needsConcepts}</p> : null;
  const fields: readonly Field[] = [
    { name: 'name', label: words.categoryName, sort: 'line', needed: true },
    { name: 'members', label: words.members, sort: 'several', options },
    { name: 'note', label: words.note, sort: 'text', rows: 2 },
  ];
  return (
    <Acts small={of !== undefined}>
      <ThingForm
        thing="category"
        opener={of === undefined ? words.categoryAdd : editOpener}
        label={of === undefined ? words.categoryAdd : fill(editIt, { name: of.name })}
        fields={fields}
        of={of}
      />
      {of !== undefined && <TakeAway thing="category" of={{ on: 'relate.categories', id: of.id }} />}
    </Acts>
  );
}

/** Says how one second-order construct stands to another. */
export function RelationForm({ of }: { readonly of?: Relation }) {
  const review = useReview();
  const options = useSecondOrders();
  if (options.length < 2) return null;
  const fields: readonly Field[] = [
    { name: 'from', label: words.from, sort: 'choice', needed: true, options },
    { name: 'sort', label: words.relationSort, sort: 'line', needed: true, suggestions: words.relationSorts },
    { name: 'to', label: words.to, sort: 'choice', needed: true, options },
    { name: 'note', label: words.note, sort: 'text', rows: 2 },
  ];
  const name = of && sayThing(review, { on: 'relate.relations', id: of.id })?.name;
  return (
    <Acts small={of !== undefined}>
      <ThingForm
        thing="relation"
        opener={of === undefined ? words.relationAdd : editOpener}
        label={of === undefined ? words.relationAdd : fill(editIt, { name: name ?? '' })}
        fields={fields}
        of={of}
      />
      {of !== undefined && <TakeAway thing="relation" of={{ on: 'relate.relations', id: of.id }} />}
    </Acts>
  );
}

const outcomeFields: readonly Field[] = [
  { name: 'text', label: words.outcomeText, sort: 'text', needed: true },
  {
    name: 'syntheses',
    label: words.syntheses,
    sort: 'several',
    needed: true,
    options: ['reciprocal', 'refutational', 'line of argument'].map((value) => ({ value, label: value })),
  },
];

/** Says what follows for the synthesis. One usually is enough; it can be changed, with the reason. */
export function OutcomeForm({ of }: { readonly of?: Outcome }) {
  const others = standing(useReview().relate.outcomes);
  if (of === undefined && others.length > 0) return null;
  return (
    <Acts small={of !== undefined}>
      <ThingForm
        thing="outcome"
        opener={of === undefined ? words.outcomeAdd : editOpener}
        label={of === undefined ? words.outcomeAdd : fill(editIt, { name: words.outcomeText })}
        fields={outcomeFields}
        of={of}
        asksWhy
      />
      {of !== undefined && <TakeAway thing="outcome" of={{ on: 'relate.outcomes', id: of.id }} />}
    </Acts>
  );
}
