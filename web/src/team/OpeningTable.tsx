import { fill } from '@throughline/words';
import { useState } from 'react';
import { useHouse, useStore } from '../house/HouseContext.js';
import { newId } from '../house/new-id.js';
import { proposeHere } from '../house/propose-here.js';
import { isLead } from '../house/who.js';
import { Button } from '../ui/Button.js';
import { Table } from '../ui/Table.js';
import styles from './Team.module.css';

/** What can be opened: a room to commenters, or the votes of a stage. */
interface Openable {
  readonly key: string;
  readonly name: string;
  /** The id of the thing that opens it; undefined while it is closed. */
  readonly opening: string | undefined;
}

interface OpeningTableProps {
  /** In core's words: "room-opening". */
  readonly thing: string;
  /** The field of the thing that says what is opened. */
  readonly field: string;
  readonly what: readonly Openable[];
  readonly words: {
    readonly caption: string;
    readonly name: string;
    readonly state: string;
    readonly open: string;
    readonly closed: string;
    readonly doOpen: string;
    readonly doOpenIt: string;
    readonly doClose: string;
    readonly doCloseIt: string;
    readonly opened: string;
    readonly closedNow: string;
  };
}

/** What is open and what is closed; a lead opens and closes, each by a change that says who and when. */
export function OpeningTable({ thing, field, what, words }: OpeningTableProps) {
  const { held, me } = useHouse();
  const store = useStore();
  const [said, setSaid] = useState('');
  const lead = isLead(held.shown, me.person);
  const turn = ({ key, name, opening }: Openable) => {
    const change =
      opening === undefined
        ? { kind: `${thing}.made`, payload: { id: newId(thing), [field]: key } }
        : { kind: `${thing}.removed`, payload: { id: opening } };
    const refusal = proposeHere(store, change);
    setSaid(refusal ?? fill(opening === undefined ? words.opened : words.closedNow, { it: name }));
  };
  return (
    <>
      <Table caption={words.caption} heads={[words.name, words.state, ...(lead ? [''] : [])]}>
        {what.map((each) => (
          <tr key={each.key}>
            <th scope="row">{each.name}</th>
            <td>{each.opening === undefined ? words.closed : words.open}</td>
            {lead && (
              <td>
                <Button
                  tone="quiet"
                  aria-label={fill(each.opening === undefined ? words.doOpenIt : words.doCloseIt, { it: each.name })}
                  onClick={() => turn(each)}
                >
                  {each.opening === undefined ? words.doOpen : words.doClose}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </Table>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}
