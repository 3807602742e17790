import { evidenceWords, fieldWords, fill } from '@throughline/words';
import styles from './EvidencePane.module.css';
import { nameOf, type People, whenWas } from './stamps.js';
import type { EvidenceView } from './view.js';

/** Who made it, who changed it since, and when. */
export function Trail({
  trail,
  people,
}: {
  readonly trail: NonNullable<EvidenceView['trail']>;
  readonly people: People;
}) {
  const said = ({ by, at }: typeof trail.made) => ({ who: nameOf(people, by), when: whenWas(at) });
  return (
    <footer className={styles.trail}>
      <p>{fill(evidenceWords.madeBy, said(trail.made))}</p>
      {trail.made.because !== undefined && <p>{fill(evidenceWords.because, { because: trail.made.because })}</p>}
      {trail.set.map(([field, stamp]) => (
        <p key={field}>{fill(evidenceWords.setBy, { field: capital(fieldWords[field] ?? field), ...said(stamp) })}</p>
      ))}
      {trail.gone !== undefined && <p className={styles.gone}>{fill(evidenceWords.gone, said(trail.gone))}</p>}
    </footer>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
