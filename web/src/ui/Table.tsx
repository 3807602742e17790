import type { ReactNode } from 'react';
import styles from './Table.module.css';

interface TableProps {
  /** What the table holds, for whoever comes to it without its surroundings. */
  readonly caption: string;
  readonly heads: readonly ReactNode[];
  /** Columns of numbers, by place. */
  readonly numeric?: readonly number[];
  readonly children: ReactNode;
}

/** A table that scrolls in its own region where it is wider than its place. */
export function Table({ caption, heads, numeric = [], children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order
              <th key={at} scope="col" className={numeric.includes(at) ? styles.number : undefined}>
                {head}
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
export function NumberCell({ children }: { readonly children: ReactNode }) {
  return <td className={styles.number}>{children}</td>;
}
