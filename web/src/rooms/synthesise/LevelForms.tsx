import { type Level, type Review, standing, type ThirdOrder } from '@throughline/core';
import { fill, makingWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import type { Field } from '../../ui/form-draft.js';
import { nextOrder } from '../../ui/next-order.js';
import { namedOptions } from '../../ui/options.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';
import { NewClaim } from './ClaimForm.js';

const words = makingWords.synthesise;

const levelFields: readonly Field[] = [
  { name: 'name', label: words.levelName, sort: 'line', needed: true },
  { name: 'alsoCalled', label: words.alsoCalled, sort: 'lines' },
];

/** Changes a level, takes it away, or says something about it as a whole. */
export function LevelActs({ level }: { readonly level: Level }) {
  return (
    <Acts small>
      <ThingForm
        thing="level"
        opener={editOpener}
        label={fill(makingWords.form.editIt, { name: level.name })}
        fields={levelFields}
        of={level}
      />
      <TakeAway thing="level" of={{ on: 'synthesise.levels', id: level.id }} />
      <NewClaim home={{ on: 'level', id: level.id }} opener={words.levelClaimAdd} />
    </Acts>
  );
}

/** Adds a level, or a construct. */
export function NewConstructs() {
  const review = useReview();
  const { levels, constructs } = review.synthesise;
  return (
    <Acts>
      <ThingForm
        thing="level"
        opener={words.levelAdd}
        fields={levelFields}
        also={{ order: nextOrder(standing(levels)) }}
      />
      <ThingForm
        thing="construct"
        opener={words.constructAdd}
        fields={[{ name: 'name', label: words.constructName, sort: 'line', needed: true }, ...constructFields(review)]}
        shape={withConcepts}
        also={{ order: nextOrder(standing(constructs)) }}
      />
    </Acts>
  );
}

/** Changes what a construct says beside its name, or takes it away. */
export function ConstructActs({ construct, onGone }: { readonly construct: ThirdOrder; readonly onGone: () => void }) {
  const review = useReview();
  return (
    <Acts>
      <ThingForm
        thing="construct"
        opener={words.constructEdit}
        fields={constructFields(review)}
        shape={withConcepts}
        of={construct}
        asksWhy
      />
      <TakeAway thing="construct" of={{ on: 'synthesise.constructs', id: construct.id }} onGone={onGone} />
    </Acts>
  );
}

/** The concepts are a list that may be empty, also where there is none to choose from. */
const withConcepts = (said: Readonly<Record<string, unknown>>) => ({ concepts: [], ...said });

function constructFields({ synthesise, translate }: Review): readonly Field[] {
  const levels = standing(synthesise.levels).toSorted((a, b) => a.order - b.order);
  const concepts = standing(translate.concepts).toSorted((a, b) => a.order - b.order);
  const level: Field = { name: 'level', label: words.level, sort: 'choice', options: namedOptions(levels) };
  const made: Field = { name: 'concepts', label: words.concepts, sort: 'several', options: namedOptions(concepts) };
  return [
    ...(levels.length === 0 ? [] : [level]),
    { name: 'definition', label: words.definition, sort: 'text' },
    ...(concepts.length === 0 ? [] : [made]),
  ];
}
