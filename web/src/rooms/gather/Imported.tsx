import { sayLines } from '@throughline/evidence';
import { beginningWords, counted, fill, passedOverWords, sayUnread } from '@throughline/words';
import type { ImportAnswer } from '@throughline/wire';
import styles from './Gather.module.css';

const words = beginningWords.gather;

/** What an import gave: what was read, what could not be and where it stands, what was passed over. */
export function Imported({ name, answer }: { readonly name: string; readonly answer: ImportAnswer }) {
  const passed = Object.entries(answer.passedOver);
  return (
    <div className={styles.report}>
      <p>{fill(words.importedDone, { records: counted(answer.read, 'record'), name })}</p>
      {answer.unread.length > 0 && (
        <>
          <p>{fill(words.unreadSome, { count: counted(answer.unread.length, 'entry', 'entries') })}</p>
          <ul>
            {answer.unread.map(({ from, to, reason, text }) => (
              <li key={from}>
                {sayLines([from, to])}: {sayUnread(reason)} <code>{text}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {passed.length > 0 && (
        <p>
          {fill(words.passedOver, {
            what: passed.map(([what, count]) => `${passedOverWords[what] ?? what} (${count})`),
          })}
        </p>
      )}
    </div>
  );
}
