import type { FromSource, Why } from '@throughline/wire';
import { duplicatesWords, fill, referenceWords } from '@throughline/words';
import { type CSSProperties, useMemo } from 'react';
import { Thing } from '../../../ui/Thing.js';
import { type AlignedField, alignedFields } from './aligned-fields.js';
import styles from './Duplicates.module.css';
import { useInOrder } from './use-in-order.js';
import type { Piece } from './word-diff.js';

const words = duplicatesWords.compared;

interface ComparedProps {
  readonly records: readonly FromSource[];
  readonly why?: Why;
}

/** Records beside each other, field by field, with the words marked in which they differ. */
export function Compared({ records: given, why }: ComparedProps) {
  const records = useInOrder(given);
  // A long abstract takes milliseconds to compare, and the page is drawn again at every change of the review.
  const rows = useMemo(
    () =>
      alignedFields(
        records.map(({ reference }) => reference),
        why,
      ),
    [records, why],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.compared} tabIndex={0} aria-label={words.caption}>
      <table className={styles.beside} style={{ '--records': records.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.field}</span>
            </th>
            {records.map((record) => (
              <th key={record.id} scope="col">
                <Thing to={{ on: 'gather.records', id: record.id }} name={nameOfRecord(record)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FieldRow key={row.field} row={row} records={records} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "Record 12 of CINAHL" */
export const nameOfRecord = ({ source, number }: FromSource): string => fill(words.record, { source, number });

/** The same within a sentence. */
export const nameWithin = ({ source, number }: FromSource): string => fill(words.recordWithin, { source, number });

function FieldRow({ row: { field, state, values }, records }: { row: AlignedField; records: readonly FromSource[] }) {
  const said = state === 'lacking' && records.length > 2 ? words.lackingSome : words[state];
  return (
    <tr data-state={state} data-field={field} data-equal={areEqual(values) ? 'yes' : 'no'}>
      <th scope="row">
        {referenceWords[field]}
        {state === 'same' && areEqual(values) && (
          <span className={styles.inAll}>{records.length > 2 ? words.allOf : words.both}</span>
        )}
        {state !== 'same' && <span className={styles.state}>{said}</span>}
      </th>
      {values.map((pieces, at) => (
        <td key={records[at]?.id ?? at} data-label={records[at] && nameOfRecord(records[at])}>
          {pieces.length === 0 ? <span className={styles.nothing}>{words.nothing}</span> : <Marked pieces={pieces} />}
        </td>
      ))}
    </tr>
  );
}

/** All say it in the very same letters. */
const areEqual = (values: AlignedField['values']): boolean => new Set(values.map(textOf)).size === 1;
const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, differs }, at) =>
    differs ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
      <mark key={at}>{text}</mark>
    ) : (
      text
    ),
  );
}
