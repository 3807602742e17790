import type { RecordView } from '@throughline/wire';
import { duplicatesWords, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useServer } from '../../../house/HouseContext.js';
import { Button } from '../../../ui/Button.js';
import { MayWork } from '../../../ui/MayWork.js';
import prose from '../../../ui/Prose.module.css';
import { nameOfRecord } from './Compared.js';
import styles from './Duplicates.module.css';
import { groupOf } from './group-of.js';
import { MergeSearch } from './MergeSearch.js';
import { titleOf } from './title-of.js';
import { useChanged } from './use-changed.js';

const words = duplicatesWords.record;

/** On the page of a record: the records of the same report, and a way to say by hand that another one is. */
export function SameReport({ record }: { readonly record: RecordView }) {
  const server = useServer();
  const changed = useChanged();
  const { review = '' } = useParams({ strict: false });
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { group } = record;
  const found = useQuery({
    queryKey: ['duplicates', 'group', server.review, group, changed],
    queryFn: async () => (await groupOf(server, record)) ?? null,
    enabled: group !== undefined,
    placeholderData: (before) => before,
  });
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  if (found.isError) return <p role="alert">{statementWords.failed}</p>;
  const members = group === undefined ? [] : (found.data?.records ?? []);
  const others = members.filter(({ id }) => id !== record.id);
  const work = group === undefined ? { records: [record.id] } : { records: members.map(({ id }) => id), group };
  return (
    <>
      {group === undefined && <p className={prose.quiet}>{words.alone}</p>}
      {others.length > 0 && (
        <ul className={prose.list}>
          {others.map((other) => (
            <li key={other.id}>
              <Link to="/$review/gather/$record" params={{ review, record: other.id }}>
                {titleOf(other.reference)}
              </Link>
              <p className={prose.small}>{nameOfRecord(other)}</p>
            </li>
          ))}
        </ul>
      )}
      {group !== undefined && (
        <p>
          <Link
            to="/$review/gather/duplicates"
            params={{ review }}
            search={{ group, words: found.data?.shown.title ?? '' }}
            hash="groups"
          >
            {words.toGroups}
          </Link>
        </p>
      )}
      <MayWork>
        <div className={styles.rowActs}>
          <Button ref={opener} aria-expanded={open} onClick={() => setOpen(!open)}>
            {duplicatesWords.merge.opener}
          </Button>
        </div>
        {open && work.records.length > 0 && <MergeSearch work={work} onDone={close} onCancel={close} />}
      </MayWork>
    </>
  );
}
