import { standing } from '@throughline/core';
import { beginningWords, frameWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useReview, useServer, useStore } from '../../house/HouseContext.js';
import { Button } from '../../ui/Button.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';

const words = beginningWords.gather;

/** Records that stand together as one report; a group can be taken apart again. */
export function Groups() {
  const store = useStore();
  const groups = standing(useReview().gather.groups);
  if (groups.length === 0) return <Nothing>{words.groupsNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {groups.map(({ id, records }) => (
        <li key={id} className={prose.row}>
          {records.map((record) => (
            <RecordChip key={record} record={record} />
          ))}
          <Button tone="quiet" onClick={() => store.propose({ kind: 'duplicate-group.removed', payload: { id } })}>
            {frameWords.takeBack}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A record by its label; one that did not travel here is asked for by its title. */
function RecordChip({ record }: { readonly record: string }) {
  const server = useServer();
  const row = useReview().gather.records.get(record);
  const found = useQuery({
    queryKey: ['record', record],
    queryFn: () => server.record(record),
    enabled: row === undefined,
  });
  return (
    <Thing to={{ on: 'gather.records', id: record }} name={row?.label ?? found.data?.reference.title ?? record} chip />
  );
}
