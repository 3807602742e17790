import { type Level, type Link, type Proposition, standing, type ThirdOrder } from '@throughline/core';
import { makingWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { type Draft, type Field, listIn, type Option, textIn } from '../../ui/form-draft.js';
import { nextOrder } from '../../ui/next-order.js';
import type { ThingFormSpec } from '../../ui/OpenThingForm.js';
import { namedOptions } from '../../ui/options.js';

const words = makingWords.synthesise;

const inferred: Field = { name: 'inferred', label: words.inferred, sort: 'yes' };

/** The form of a proposition: what it says, and the levels and constructs that it rests on. */
export function usePropositionForm(of?: Proposition): ThingFormSpec {
  const { synthesise } = useReview();
  const ground = [
    ...grounds('level', standing(synthesise.levels)),
    ...grounds('construct', standing(synthesise.constructs)),
  ];
  const rests: Field = { name: 'rests', label: words.rests, sort: 'several', options: ground };
  const spec: ThingFormSpec = {
    thing: 'proposition',
    fields: [{ name: 'text', label: words.propositionText, sort: 'text', needed: true }, rests, inferred],
    shape: (said, draft) => ({ ...said, rests: restsIn(draft) }),
    asksWhy: true,
  };
  if (of === undefined) return { ...spec, also: { order: nextOrder(standing(synthesise.propositions)) } };
  return { ...spec, of, start: { rests: of.rests.map(({ on, id }) => `${on}:${id}`) } };
}

type Ground = Proposition['rests'][number]['on'];

const grounds = (on: Ground, things: readonly (Level | ThirdOrder)[]): Option[] =>
  things.toSorted((a, b) => a.order - b.order).map(({ id, name }) => ({ value: `${on}:${id}`, label: name }));

const restsIn = (draft: Draft) =>
  listIn(draft, 'rests').map((each) => {
    const at = each.indexOf(':');
    return { on: each.slice(0, at), id: each.slice(at + 1) };
  });

/** The form of an arrow; undefined while there are no two things that it could stand between. */
export function useLinkForm(of?: Link): ThingFormSpec | undefined {
  const { synthesise } = useReview();
  const ends: Readonly<Record<Link['between'], readonly Option[]>> = {
    propositions: standing(synthesise.propositions)
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, text }) => ({ value: id, label: text })),
    constructs: namedOptions(standing(synthesise.constructs).toSorted((a, b) => a.order - b.order)),
  };
  const betweens = (['propositions', 'constructs'] as const).filter((each) => ends[each].length > 1);
  const [first] = betweens;
  if (first === undefined) return undefined;
  return {
    thing: 'link',
    of,
    fields: (draft) => linkFields(betweens, ends[textIn(draft, 'between') as Link['between']] ?? []),
    ...(of === undefined ? { start: { between: first } } : {}),
    asksWhy: true,
  };
}

const linkFields = (betweens: readonly Link['between'][], options: readonly Option[]): readonly Field[] => [
  {
    name: 'between',
    label: words.between,
    sort: 'choice',
    needed: true,
    options: betweens.map((value) => ({ value, label: words.betweens[value] })),
  },
  { name: 'from', label: words.from, sort: 'choice', needed: true, options },
  { name: 'sort', label: words.linkSort, sort: 'line', needed: true, suggestions: words.linkSorts },
  { name: 'to', label: words.to, sort: 'choice', needed: true, options },
  { name: 'note', label: words.note, sort: 'text', rows: 2 },
  inferred,
];
