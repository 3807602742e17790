import { aboutReview } from '@throughline/core';
import { beginningWords, fill, frameWords, roomWords, sayProgress } from '@throughline/words';
import { rooms } from '@throughline/core';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse } from '../../house/HouseContext.js';
import { Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Numbers } from '../../ui/Numbers.js';
import { Table } from '../../ui/Table.js';
import { nextSteps } from './next-steps.js';
import styles from './Overview.module.css';

const words = beginningWords.overview;

/** What the review is, how far it is, and where to look. */
export function Overview() {
  const { held, progress } = useHouse();
  const { review: id = '' } = useParams({ strict: false });
  const about = aboutReview(held.shown);
  return (
    <Page
      title={about?.title ?? words.title}
      name={words.title}
      purpose={about?.source && fill(frameWords.workedFrom, { source: about.source })}
    >
      <Next review={id} />
      <Part title={words.inNumbers} note={words.held}>
        <Numbers />
      </Part>
      <Part title={frameWords.rooms}>
        <Table caption={frameWords.rooms} heads={[words.phase, words.room, words.state]}>
          {rooms.map(({ name, phase }) => (
            <tr key={name}>
              <td>{phase ?? ''}</td>
              <th scope="row">
                <Link to={`/$review/${name}`} params={{ review: id }}>
                  {roomWords[name].name}
                </Link>
                <p className={prose.small}>{roomWords[name].purpose}</p>
              </th>
              <td>{sayProgress(name, progress[name] ?? {})}</td>
            </tr>
          ))}
        </Table>
      </Part>
      {about?.note !== undefined && (
        <Part title={words.note}>
          <p className={prose.prose}>{about.note}</p>
        </Part>
      )}
    </Page>
  );
}

function Next({ review }: { readonly review: string }) {
  const { progress } = useHouse();
  return (
    <Part title={words.next}>
      <ul className={styles.next}>
        {nextSteps(progress).map(({ room, name, why }) => (
          <li key={name}>
            <Link to={`/$review/${room}`} params={{ review }}>
              {name}
            </Link>
            <p className={prose.quiet}>{why}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
