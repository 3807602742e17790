import { type ReferenceField, referenceFields } from '@throughline/core';
import type { StandingGroupView } from '@throughline/wire';
import { duplicatesWords, fill, referenceWords } from '@throughline/words';
import { sayField } from '../say-field.js';
import prose from '../../../ui/Prose.module.css';
import { nameWithin } from './Compared.js';
import styles from './Duplicates.module.css';

const words = duplicatesWords.groups;

/** A group as it is read: each field from the best of its records, and which one that is. */
export function ShownReference({ group }: { readonly group: StandingGroupView }) {
  const { shown, from, records } = group;
  const fields = referenceFields.filter((field) => sayField(shown, field) !== '');
  const [only, ...others] = records.filter(({ id }) => fields.some((field) => from[field] === id));
  const isOne = only !== undefined && others.length === 0 && fields.every((field) => from[field] === only.id);
  return (
    <>
      {isOne && <p className={prose.small}>{fill(words.allFromRecord, { record: nameWithin(only) })}</p>}
      <dl className={styles.shown}>
        {fields.map((field) => (
          <Field key={field} group={group} field={field} saysFrom={!isOne} />
        ))}
      </dl>
    </>
  );
}

interface FieldProps {
  readonly group: StandingGroupView;
  readonly field: ReferenceField;
  readonly saysFrom: boolean;
}

function Field({ group: { shown, from, records }, field, saysFrom }: FieldProps) {
  const source = records.find(({ id }) => id === from[field]);
  const said = source === undefined ? words.fromAll : fill(words.fromRecord, { record: nameWithin(source) });
  return (
    <>
      <dt>{referenceWords[field]}</dt>
      <dd>
        {sayField(shown, field)}
        {saysFrom && <span className={styles.from}>{said}</span>}
      </dd>
    </>
  );
}
