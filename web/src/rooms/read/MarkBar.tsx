import { anchorBetween, type Document, type Order, orders, pageAt } from '@throughline/core';
import { evidenceWords, fill, markingWords as words } from '@throughline/words';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from '../../house/HouseContext.js';
import { newId } from '../../house/new-id.js';
import { Button } from '../../ui/Button.js';
import { useLetter } from '../../ui/keys.js';
import prose from '../../ui/Prose.module.css';
import styles from './Marking.module.css';
import type { Stretch } from './word-steps.js';

interface MarkBarProps {
  readonly document: Document;
  /** The frozen text. */
  readonly text: string;
  readonly chosen: Stretch | undefined;
  readonly letGo: () => void;
}

/** Marks the chosen words by whose they are. It is always there, so that nothing jumps when words are chosen. */
export function MarkBar({ document, text, chosen, letGo }: MarkBarProps) {
  const store = useStore();
  const [speaker, setSpeaker] = useState('');
  const anchor = chosen && anchorBetween(text, chosen.from, chosen.to);
  const page = anchor && pageAt(document.pages ?? [], anchor.from);
  const mark = (order: Order) => {
    if (anchor === undefined) return store.announce(chosen === undefined ? words.chooseWords : words.tooLong);
    const said = speaker.trim();
    const payload = {
      id: newId('passage'),
      document: document.id,
      order,
      ...anchor,
      ...(page === undefined ? {} : { page }),
      ...(said === '' ? {} : { speaker: said }),
    };
    if (!store.propose({ kind: 'passage.made', payload })) return undefined;
    store.announce(fill(words.marked, { words: shortened(anchor.quote) }));
    setSpeaker('');
    return letGo();
  };
  useLetter(words.keys.first, () => mark('first'), chosen !== undefined);
  useLetter(words.keys.second, () => mark('second'), chosen !== undefined);
  useLetter(words.keys.context, () => mark('context'), chosen !== undefined);
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <p className={anchor === undefined ? prose.small : styles.chosen}>
        {anchor === undefined ? (
          chosen === undefined ? (
            words.chooseWords
          ) : (
            words.tooLong
          )
        ) : (
          <>
            “{shortened(anchor.quote)}” {page !== undefined && <span>{fill(evidenceWords.page, { page })}</span>}
          </>
        )}
      </p>
      <div className={styles.acts}>
        {orders.map((order) => (
          <Button
            key={order}
            letter={words.keys[order]}
            aria-disabled={anchor === undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mark(order)}
          >
            {words.orders[order]}
          </Button>
        ))}
        <label>
          {words.speaker}
          <input
            value={speaker}
            onChange={({ target }) => setSpeaker(target.value)}
            onKeyDown={leaveAtEscape}
            autoComplete="off"
          />
        </label>
      </div>
    </section>
  );
}

/** Escape leaves the field, so that the keys mark again. */
function leaveAtEscape(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  event.currentTarget.blur();
}

/** Long quotations begin and end. */
function shortened(quote: string): string {
  const points = [...quote.replaceAll(/\s+/g, ' ')];
  return points.length <= 120 ? points.join('') : `${points.slice(0, 70).join('')} … ${points.slice(-40).join('')}`;
}
