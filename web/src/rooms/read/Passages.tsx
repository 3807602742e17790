import type { Passage } from '@throughline/core';
import { evidenceWords, fill, markingWords as words } from '@throughline/words';
import { TakeAway } from '../../ui/TakeAway.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import { Acts } from '../../ui/ThingForm.js';

/** The marked words of a document in its order, to be opened or taken away. */
export function Passages({ passages }: { readonly passages: readonly Passage[] }) {
  if (passages.length === 0) return null;
  return (
    <details>
      <summary>{fill(words.passageList, { count: passages.length })}</summary>
      <ul className={prose.list}>
        {passages
          .toSorted((a, b) => a.from - b.from)
          .map(({ id, order, page, speaker }) => (
            <li key={id}>
              <Thing to={{ on: 'read.passages', id }} />
              <p className={`${prose.row} ${prose.small}`}>
                <span>{evidenceWords.whose[order]}</span>
                {page !== undefined && <span>{fill(evidenceWords.page, { page })}</span>}
                {speaker !== undefined && <span>{speaker}</span>}
              </p>
              <Acts>
                <TakeAway thing="passage" of={{ on: 'read.passages', id }} />
              </Acts>
            </li>
          ))}
      </ul>
    </details>
  );
}
