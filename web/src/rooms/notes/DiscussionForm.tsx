import type { Discussion } from '@throughline/core';
import { fill, makingWords } from '@throughline/words';
import type { Field } from '../../ui/form-draft.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.notes;

const fields: readonly Field[] = [
  { name: 'withWhom', label: words.withWhom, sort: 'line', needed: true, suggestions: words.withWhomSuggested },
  { name: 'on', label: words.day, sort: 'day', hint: makingWords.plan.dayHint },
  { name: 'about', label: words.about, sort: 'line', needed: true },
  { name: 'text', label: words.text, sort: 'text', rows: 4, needed: true },
];

/** Notes a meeting in which the review was discussed, or changes what was noted of this one. */
export function DiscussionForm({ of }: { readonly of?: Discussion }) {
  return (
    <Acts small={of !== undefined}>
      <ThingForm
        thing="discussion"
        opener={of === undefined ? words.discussionAdd : editOpener}
        label={of === undefined ? words.discussionAdd : fill(makingWords.form.editIt, { name: of.about })}
        fields={fields}
        of={of}
      />
      {of !== undefined && <TakeAway thing="discussion" of={{ on: 'notes.discussions', id: of.id }} />}
    </Acts>
  );
}
