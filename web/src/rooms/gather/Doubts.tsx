import { beginningWords, fill, statementWords } from '@throughline/words';
import type { Doubt, RecordView } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHouse, useReview, useServer, useStore } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { useLetter } from '../../ui/keys.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import styles from './Gather.module.css';
import { differentReports, sameReport } from './same-report.js';

const words = beginningWords.gather;

/** Pairs that may be the same report, one at a time, side by side: same, different, or later. */
export function Doubts() {
  const { stored } = useHouse();
  const server = useServer();
  const [put, setPut] = useState<readonly string[]>([]);
  const found = useQuery({
    queryKey: ['doubts', stored],
    queryFn: () => server.doubts({ limit: 50 }),
    placeholderData: (before) => before,
  });
  if (found.isError) return <p>{statementWords.failed}</p>;
  if (found.data === undefined) return <p>{statementWords.loading}</p>;
  const open = found.data.pairs.filter((pair) => !put.includes(nameOfPair(pair)));
  const [pair] = open.length > 0 ? open : found.data.pairs;
  if (pair === undefined) return <Nothing>{words.doubtsNone}</Nothing>;
  const later = () => setPut(open.length > 1 ? [...put, nameOfPair(pair)] : []);
  return <Pair pair={pair} total={found.data.total} later={later} />;
}

const nameOfPair = ({ a, b }: Doubt): string => `${a.id} ${b.id}`;

interface PairProps {
  readonly pair: Doubt;
  readonly total: number;
  readonly later: () => void;
}

function Pair({ pair, total, later }: PairProps) {
  const store = useStore();
  const review = useReview();
  const records = [pair.a.id, pair.b.id];
  const same = () => void store.propose(sameReport(review, records));
  const different = () => void store.propose(differentReports(records));
  useLetter('s', same);
  useLetter('d', different);
  useLetter('l', later);
  return (
    <>
      <div className={styles.pair}>
        <Side record={pair.a} contradict={pair.contradict} />
        <Side record={pair.b} contradict={pair.contradict} />
      </div>
      <div className={styles.acts}>
        <Button letter="S" onClick={same}>
          {words.same}
        </Button>
        <Button letter="D" onClick={different}>
          {words.different}
        </Button>
        <Button letter="L" onClick={later}>
          {words.later}
        </Button>
        <span className={prose.small}>{fill(words.doubtOf, { of: total })}</span>
      </div>
    </>
  );
}

function Side({ record, contradict }: { readonly record: RecordView; readonly contradict: readonly string[] }) {
  const { reference } = record;
  const place = [reference.volume, reference.pages].filter((part) => part !== undefined).join(': ');
  const fields = [
    ['title', words.fields.title, reference.title],
    ['authors', words.fields.authors, reference.authors.join(', ')],
    ['year', words.fields.year, reference.year],
    ['journal', words.fields.journal, reference.journal],
    ['place', words.fields.place, place],
    ['doi', words.fields.doi, reference.doi],
  ] as const;
  return (
    <div className={styles.side}>
      <h3>
        <Thing
          to={{ on: 'gather.records', id: record.id }}
          name={fill(words.recordNumber, { number: record.number })}
        />
      </h3>
      <dl>
        {fields.map(([field, label, value]) => (
          <FieldLine key={field} label={label} value={value} differs={contradict.includes(field)} />
        ))}
      </dl>
    </div>
  );
}

function FieldLine({
  label,
  value,
  differs,
}: {
  readonly label: string;
  readonly value: string | number | undefined;
  readonly differs: boolean;
}) {
  if (value === undefined || value === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className={differs ? styles.differs : undefined}>
        {value}
        {differs && <span className="visually-hidden">, {words.differs}</span>}
      </dd>
    </>
  );
}
