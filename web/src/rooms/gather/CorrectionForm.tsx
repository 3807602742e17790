import {
  correctionOf,
  type RecordId,
  type Reference,
  type ReferenceField,
  referenceFields,
  referenceTypes,
} from '@throughline/core';
import type { RecordView } from '@throughline/wire';
import { gatheringWords, referenceTypeWords, referenceWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import type { Draft, Field } from '../../ui/form-draft.js';
import { textIn } from '../../ui/form-draft.js';
import { TakeAway } from '../../ui/TakeAway.js';
import { Acts, ThingForm } from '../../ui/ThingForm.js';

const words = gatheringWords.record;
const lists = new Set<ReferenceField>(['authors', 'editors', 'keywords']);

/** Every field that can be said otherwise, as the record says it now. */
const fields: readonly Field[] = referenceFields.map((name): Field => {
  const label = referenceWords[name];
  if (name === 'type')
    return {
      name,
      label,
      sort: 'choice',
      needed: true,
      options: referenceTypes.map((value) => ({ value, label: referenceTypeWords[value] })),
    };
  if (name === 'year') return { name, label, sort: 'number', from: 1000, to: 2999 };
  if (lists.has(name)) return { name, label, sort: 'lines' };
  return { name, label, sort: name === 'abstract' ? 'text' : 'line', ...(name === 'abstract' ? { rows: 8 } : {}) };
});

/** Lays a correction over what the source said; what is written as the source has it is no correction. */
export function CorrectionActs({ record }: { readonly record: RecordView }) {
  const review = useReview();
  const correction = correctionOf(review, record.id as RecordId);
  const source = record.asRead ?? record.reference;
  return (
    <Acts>
      <ThingForm
        thing="correction"
        opener={words.correct}
        fields={fields}
        of={correction}
        also={{ record: record.id }}
        start={draftFrom(record.reference)}
        shape={(_, draft) => correctedIn(source, draft)}
        asksWhy
      />
      {correction !== undefined && <TakeAway thing="correction" of={{ on: 'gather.corrections', id: correction.id }} />}
    </Acts>
  );
}

function draftFrom(reference: Reference): Draft {
  return Object.fromEntries(
    referenceFields.map((field) => {
      const value = reference[field];
      return [field, Array.isArray(value) ? value : String(value ?? '')] as const;
    }),
  );
}

/** Only what differs from the source; a field that was emptied is one that the source should not have given. */
function correctedIn(source: Reference, draft: Draft): Readonly<Record<string, unknown>> {
  const differing = referenceFields.filter((field) => written(draft, field) !== asWritten(source, field));
  const said = differing.filter((field) => written(draft, field) !== '');
  const without = differing.filter((field) => written(draft, field) === '');
  return {
    ...Object.fromEntries(said.map((field) => [field, valueFrom(field, written(draft, field))])),
    ...(without.length === 0 ? {} : { without }),
  };
}

const written = (draft: Draft, field: ReferenceField): string =>
  textIn(draft, field)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const asWritten = (source: Reference, field: ReferenceField): string => {
  const value = source[field];
  return (typeof value === 'object' ? value.join('\n') : String(value ?? ''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
};

function valueFrom(field: ReferenceField, text: string): unknown {
  if (field === 'year') return Number(text);
  if (!lists.has(field)) return text;
  return text.split('\n').filter((line) => line !== '');
}
