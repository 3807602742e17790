import { roleOf, rooms } from '@throughline/core';
import { fill, frameWords, roomWords, sayProgress } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse } from '../house/HouseContext.js';
import { mayEnter } from '../house/who.js';
import styles from './Rail.module.css';

/** The rooms in the order of the method, each with one honest line of how far it is. A thread runs through them. */
export function Rail({ onGo }: { readonly onGo?: () => void }) {
  const { progress, held, me } = useHouse();
  const role = roleOf(held.shown, me.person);
  const { review = '' } = useParams({ strict: false });
  const go = onGo === undefined ? {} : { onClick: onGo };
  return (
    <nav aria-label={frameWords.rooms} className={styles.rail}>
      <ol>
        <li>
          <Link
            to="/$review"
            params={{ review }}
            activeOptions={{ exact: true, includeSearch: false }}
            className={styles.room ?? ''}
            {...go}
          >
            <span className={styles.name}>{frameWords.overview}</span>
          </Link>
        </li>
        {rooms.map(({ name, phase }) => (
          <li key={name}>
            <Link
              to={`/$review/${name}`}
              params={{ review }}
              activeOptions={{ includeSearch: false }}
              className={styles.room ?? ''}
              {...go}
            >
              <span className={styles.name}>
                {roomWords[name].name}
                {phase !== undefined && (
                  <span className={styles.phase}>
                    <span className="visually-hidden">{fill(frameWords.phase, { phase })}</span>
                    <span aria-hidden="true">{phase}</span>
                  </span>
                )}
              </span>
              <span className={styles.line}>
                {mayEnter(held.shown, role, name) ? sayProgress(name, progress[name] ?? {}) : frameWords.notOpened}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
