import type { ReadingReport } from '@throughline/wire';
import { columnWords, fill, gatheringWords } from '@throughline/words';
import prose from '../../../ui/Prose.module.css';
import { Table } from '../../../ui/Table.js';

const words = gatheringWords.preview;

/** A table with more columns is folded, unless nothing in it was taken for the title. */
const mostOpen = 12;

type Columns = NonNullable<ReadingReport['columns']>;

interface ColumnsTableProps {
  readonly columns: Columns;
  readonly choose: (columns: readonly (string | null)[]) => void;
  readonly name: string;
}

/** What each column of a table was taken for; another choice reads the file again. */
export function ColumnsTable({ columns, choose, name }: ColumnsTableProps) {
  const chosen = (at: number, field: string) =>
    choose(columns.map((column, each) => (each === at ? field || null : (column.field ?? null))));
  const used = columns.filter(({ field }) => field !== undefined);
  const hasTitle = used.some(({ field }) => field === 'title');
  return (
    <details open={!hasTitle || columns.length <= mostOpen}>
      <summary>
        {words.columns} {fill(words.columnsUsed, { used: used.length, all: columns.length })}
      </summary>
      <p className={prose.small}>{words.columnsWhy}</p>
      <Table
        caption={fill(`${words.columns}: {name}`, { name })}
        heads={[words.column, words.takenFor, words.examples]}
        stacks
      >
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order, and may share a name
          <tr key={at}>
            <th scope="row">{column.name}</th>
            <td data-label={words.takenFor}>
              <select
                aria-label={`${words.takenFor}: ${column.name}`}
                value={column.field ?? ''}
                onChange={({ target }) => chosen(at, target.value)}
              >
                <option value="">{words.nothing}</option>
                {Object.entries(columnWords).map(([field, label]) => (
                  <option key={field} value={field}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
            <td className={prose.small} data-label={words.examples}>
              {shortened(column.examples)}
            </td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

const shortened = (examples: readonly string[]): string =>
  examples.map((each) => (each.length > 60 ? `${each.slice(0, 59)}…` : each)).join(' · ');
