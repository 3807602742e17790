import { frameWords } from '@throughline/words';
import type { ReactNode } from 'react';
import styles from './Table.module.css';

interface TableProps {
  /** What the table holds, for whoever comes to it without its surroundings. */
  readonly caption: string;
  /** An empty one stands over a column that speaks for itself, such as one of buttons. */
  readonly heads: readonly ReactNode[];
  /** On a narrow screen each row stands as a block, for rows with something to do in them; `data-label` names a cell there. */
  readonly stacks?: boolean;
  /** Columns of numbers, by place. */
  readonly numeric?: readonly number[];
  readonly children: ReactNode;
}

/** A table that scrolls in its own region where it is wider than its place. */
export function Table({ caption, heads, stacks = false, numeric = [], children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={`${styles.table} ${stacks ? styles.stacks : ''}`}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order
              <th key={at} scope="col" className={numeric.includes(at) ? styles.number : undefined}>
                {head === '' ? <span className="visually-hidden">{frameWords.unnamedColumn}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** A cell that holds a number. */
export function NumberCell({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <td className={styles.number} data-label={label}>
      {children}
    </td>
  );
}
