import { evidenceWords, type Whose } from '@throughline/words';
import type { ReactNode } from 'react';
import styles from './words.module.css';

interface InTheirWordsProps {
  readonly whose: Whose | undefined;
  readonly children: ReactNode;
  /** A mark at the side, for words that stand as a block; inside a line the quotation marks and the type say enough. */
  readonly block?: boolean;
}

/**
 * Words typeset by whose they are (L9): participants' in italics and quotation marks, authors' in quotation marks, ours
 * plain; as a block each has its own line at the side, which differs in pattern as well as colour.
 */
export function InTheirWords({ whose, children, block = false }: InTheirWordsProps) {
  if (whose === undefined) return <span>{children}</span>;
  const quoted = whose !== 'third' && whose !== 'context';
  return (
    <span className={`${styles[whose]} ${block ? styles.block : ''}`} data-whose={whose}>
      {block && <span className="visually-hidden">{`${evidenceWords.whose[whose]}: `}</span>}
      {quoted ? '“' : ''}
      {children}
      {quoted ? '”' : ''}
    </span>
  );
}
