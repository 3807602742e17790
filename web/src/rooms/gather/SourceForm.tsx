import { type Source, sourceKinds } from '@throughline/core';
import { fill, gatheringWords, sourceKindWords } from '@throughline/words';
import type { Field } from '../../ui/form-draft.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, ThingForm } from '../../ui/ThingForm.js';

const words = gatheringWords.source;

/** A search as PRISMA-S asks for it. */
const fields: readonly Field[] = [
  { name: 'name', label: words.name, sort: 'line', needed: true, hint: words.nameHint },
  {
    name: 'kind',
    label: words.kind,
    sort: 'choice',
    needed: true,
    options: sourceKinds.map((value) => ({ value, label: sourceKindWords[value][0] })),
  },
  { name: 'platform', label: words.platform, sort: 'line', hint: words.platformHint },
  { name: 'coverage', label: words.coverage, sort: 'line' },
  { name: 'searched', label: words.searched, sort: 'day', hint: words.dayHint },
  { name: 'until', label: words.until, sort: 'day' },
  { name: 'searchedBy', label: words.searchedBy, sort: 'line' },
  { name: 'said', label: words.said, sort: 'number', from: 0, to: 100_000_000, hint: words.saidHint },
  { name: 'limits', label: words.limits, sort: 'line', hint: words.limitsHint },
  { name: 'strategy', label: words.strategy, sort: 'text', rows: 8, hint: words.strategyHint },
  { name: 'note', label: words.note, sort: 'text' },
];

/** A source may be written down before its file is there. */
export function NewSourceForm() {
  return (
    <Acts>
      <ThingForm thing="source" opener={words.add} fields={fields} start={{ kind: 'database' }} />
    </Acts>
  );
}

export function SourceActs({ source }: { readonly source: Source }) {
  return (
    <Acts small>
      <ThingForm
        thing="source"
        opener={words.document}
        label={fill(words.documentIt, { name: source.name })}
        fields={fields}
        of={source}
        asksWhy
      />
      <TakeAway thing="source" of={{ on: 'gather.sources', id: source.id }} />
    </Acts>
  );
}
