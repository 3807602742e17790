import type { ChecklistAnswer } from '@throughline/core';
import { fill, makingWords } from '@throughline/words';
import type { Field } from '../../ui/form-draft.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, editOpener, ThingForm } from '../../ui/ThingForm.js';

const words = makingWords.report;

/** The guidance for reporting a meta-ethnography has 19 items (France and others, 2019). */
const emerge = { checklist: 'eMERGe', items: 19 } as const;

const fields: readonly Field[] = [
  { name: 'item', label: words.item, sort: 'number', from: 1, to: emerge.items, needed: true },
  { name: 'text', label: words.answer, sort: 'text', needed: true },
  { name: 'page', label: words.page, sort: 'line' },
];

/** Answers an item of the reporting checklist, or changes this answer. */
export function AnswerForm({ of }: { readonly of?: ChecklistAnswer }) {
  const name = of === undefined ? '' : `${of.checklist} ${of.item}`;
  return (
    <Acts small={of !== undefined}>
      <ThingForm
        thing="checklist-answer"
        opener={of === undefined ? words.answerAdd : editOpener}
        label={of === undefined ? words.answerAdd : fill(makingWords.form.editIt, { name })}
        fields={fields}
        of={of}
        {...(of === undefined ? { also: { checklist: emerge.checklist } } : {})}
      />
      {of !== undefined && <TakeAway thing="checklist-answer" of={{ on: 'report.answers', id: of.id }} />}
    </Acts>
  );
}
