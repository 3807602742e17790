import { reportFieldsOf } from '@throughline/core';
import { fill, markingWords as words } from '@throughline/words';
import type { WorkView } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useHouse, useServer, useStore } from '../../house/HouseContext.js';
import { useMadeHere } from '../../house/made-here.js';
import { newId } from '../../house/new-id.js';
import { Button } from '../../ui/Button.js';
import { Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Marking.module.css';

/** How many are shown at once. */
const shown = 50;

/** What was included at full text and is not read yet; there only while something is. */
export function Unreported() {
  const { stored } = useHouse();
  const server = useServer();
  const store = useStore();
  const made = useMadeHere();
  const place = useRef<HTMLDivElement>(null);
  const [reports, setReports] = useState<Readonly<Record<string, string>>>({});
  const found = useQuery({
    queryKey: ['unreported', server.review, stored],
    queryFn: () => server.unreported({ limit: shown }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  const open = (found.data?.works ?? []).filter(({ record }) => !made.has(reports[record] ?? ''));
  const read = ({ record, reference }: WorkView) => {
    const fields = reportFieldsOf(reference);
    const id = newId('report');
    if (!store.propose({ kind: 'report.made', payload: { id, record, ...fields } })) return;
    setReports({ ...reports, [record]: id });
    store.announce(fill(words.readNow, { label: fields.label }));
    place.current?.focus();
  };
  const more = (found.data?.total ?? 0) - (found.data?.works.length ?? 0);
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {open.length > 0 && (
        <Part title={words.unreported} note={words.unreportedWhy}>
          <ul className={prose.list}>
            {open.map((work) => (
              <Waiting key={work.record} work={work} onRead={() => read(work)} />
            ))}
          </ul>
          {more > 0 && <p className={prose.quiet}>{fill(words.moreUnreported, { count: more })}</p>}
        </Part>
      )}
    </div>
  );
}

function Waiting({ work, onRead }: { readonly work: WorkView; readonly onRead: () => void }) {
  const { label, title, journal, year } = reportFieldsOf(work.reference);
  return (
    <li>
      <Thing to={{ on: 'gather.records', id: work.record }} name={title} />
      <p className={`${prose.row} ${prose.small}`}>
        <span>{[label, journal, year].filter((part) => part !== undefined).join(', ')}</span>
      </p>
      <Button tone="quiet" aria-label={fill(words.readIt, { title })} onClick={onRead}>
        {words.readAsReport}
      </Button>
    </li>
  );
}
