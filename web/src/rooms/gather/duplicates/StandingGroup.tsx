import { nameOf, whenWas } from '@throughline/evidence';
import type { StandingGroupView } from '@throughline/wire';
import { duplicatesWords, fill, sayWhy } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useHouse } from '../../../house/HouseContext.js';
import { Button } from '../../../ui/Button.js';
import { MayWork } from '../../../ui/MayWork.js';
import prose from '../../../ui/Prose.module.css';
import { Compared } from './Compared.js';
import styles from './Duplicates.module.css';
import { GroupActs } from './GroupActs.js';
import { ShownReference } from './ShownReference.js';
import { sourcesOf } from './SureGroup.js';
import { printedIn, titleOf } from './title-of.js';
import { useInOrder } from './use-in-order.js';

const words = duplicatesWords.groups;

interface StandingGroupProps {
  readonly group: StandingGroupView;
  /** Open from the beginning: one came here for it. */
  readonly opened?: boolean;
  /** It goes, by this change, for others or for none. */
  readonly onGone: (change: string) => void;
}

/** A group that stands: what it is shown as, how it came about and why, and its records. */
export function StandingGroup({ group, opened = false, onGone }: StandingGroupProps) {
  const [open, setOpen] = useState(opened);
  const { id, shown, why, votes } = group;
  const records = useInOrder(group.records);
  const title = titleOf(shown);
  const said = useHowMade()(group);
  return (
    <li className={styles.row} data-row={id}>
      <strong>{title}</strong>
      <p className={prose.small}>{printedIn(shown)}</p>
      <p className={prose.small}>
        {[
          sourcesOf(records),
          said,
          ...(votes > 0 ? [fill(words.votes[votes === 1 ? 0 : 1], { count: votes })] : []),
        ].join(' · ')}
      </p>
      {group.disagree && <Disagreement />}
      <div className={`${styles.rowActs} ${styles.flush}`}>
        <Button
          tone="quiet"
          aria-label={fill(words.lookIt, { title })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.look}
        </Button>
      </div>
      {open && (
        <div className={styles.inside}>
          {why !== undefined && <p className={styles.why}>{sayWhy(why)}</p>}
          {group.because !== undefined && <p>{fill(words.because, { because: group.because })}</p>}
          <h3>{words.shown}</h3>
          <ShownReference group={group} />
          <h3>{words.records}</h3>
          <Compared records={records} {...(why === undefined ? {} : { why })} />
          <MayWork>
            <GroupActs group={group} onGone={onGone} />
          </MayWork>
        </div>
      )}
    </li>
  );
}

/** "found sure, grouped by Bea Reader, 3 March 2025" */
function useHowMade() {
  const { people } = useHouse();
  return ({ how, by, at }: StandingGroupView) =>
    fill(words.how[how], { person: nameOf(people, by as never), when: whenWas(at) });
}

/** The votes met when the records were grouped, and they differ. */
function Disagreement() {
  const { review = '' } = useParams({ strict: false });
  return (
    <p className={styles.warns}>
      {words.disagree}{' '}
      <Link to="/$review/screen" params={{ review }}>
        {words.toScreen}
      </Link>
    </p>
  );
}
