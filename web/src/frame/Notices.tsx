import { counted, fill, frameWords, sayProblem, sayRefusal } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useHouse, useReview, useStore } from '../house/HouseContext.js';
import { useOnServer, useSessionState } from '../house/SessionContext.js';
import { fetchReviews } from '../house/server.js';
import { Button } from '../ui/Button.js';
import styles from './Notices.module.css';

/** What the reader has to know now: the connection is lost, something was taken back, something waits. */
export function Notices() {
  const { connection, held, refusals, announcement, closed } = useHouse();
  const { ended } = useSessionState();
  const onServer = useOnServer();
  const store = useStore();
  const unsent = held.waiting.filter(({ state }) => state === 'unsent').length;
  return (
    <div className={styles.notices}>
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      <ReadOnly />
      {closed !== undefined && (
        <p role="alert" className={styles.notice}>
          {fill(frameWords.closed, { reason: closed })}
        </p>
      )}
      {connection === 'lost' && !ended && closed === undefined && (
        <p role="status" className={styles.notice}>
          {onServer ? frameWords.lostServer : frameWords.lost}{' '}
          {unsent > 0 && fill(frameWords.waiting, { changes: counted(unsent, 'change') })}
        </p>
      )}
      {refusals.map(({ id, words }) => (
        <div key={id} role="alert" className={styles.refused}>
          <p>
            <strong>{frameWords.refusedTitle}.</strong> {words}
          </p>
          <Button onClick={() => store.dismiss(id)}>{frameWords.dismiss}</Button>
        </div>
      ))}
    </div>
  );
}

/** A review that cannot be changed here says so on every page, and why. */
function ReadOnly() {
  const { newer } = useReview();
  const { review = '' } = useParams({ strict: false });
  const cards = useQuery({ queryKey: ['reviews'], queryFn: fetchReviews });
  const why = cards.data?.reviews.find(({ id }) => id === review)?.readOnly;
  if (newer.length === 0 && why === undefined) return null;
  const reason =
    why === undefined
      ? sayRefusal({ code: 'review.readOnly', values: { kinds: newer } })
      : sayProblem(why.code, why.values);
  return <p className={styles.notice}>{fill(frameWords.readOnlyBecause, { reason })}</p>;
}
