import { fill, votingWords as words } from '@throughline/words';
import type { WorkView } from '@throughline/wire';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Reading.module.css';

/** A record as it is read: its title opens its evidence, its abstract stands in a readable measure. */
export function RecordToRead({ work }: { readonly work: WorkView }) {
  const { reference } = work;
  return (
    <article className={styles.record} data-record={work.record}>
      <h3 className={styles.title}>
        <Thing to={{ on: 'gather.records', id: work.record }} name={titleOf(work)} />
      </h3>
      <PrintedIn work={work} />
      {reference.abstract === undefined ? (
        <p className={prose.quiet}>{words.noAbstract}</p>
      ) : (
        <p className={prose.prose}>{reference.abstract}</p>
      )}
    </article>
  );
}

/** Who wrote it, where it was printed, and which sources gave it. */
function PrintedIn({ work: { reference, sources } }: { readonly work: WorkView }) {
  const { authors, etAl, journal, year } = reference;
  const parts = [
    `${authors.join(', ')}${etAl ? ' et al.' : ''}`,
    [journal, year].filter((part) => part !== undefined).join(', '),
    sources.length === 0 ? '' : fill(words.from, { sources }),
  ];
  return (
    <p className={`${prose.row} ${prose.small}`}>
      {parts
        .filter((part) => part !== '')
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
    </p>
  );
}

export const titleOf = ({ reference }: WorkView): string => reference.title ?? words.untitled;
