import { beginningWords } from '@throughline/words';
import { useState } from 'react';
import { Button } from '../../ui/Button.js';
import { DecidedRecords } from '../../ui/DecidedRecords.js';
import { Nothing } from '../../ui/Page.js';

const words = beginningWords.screen;

/** What was decided of each record in the flow; opened when it is wanted, since there may be many. */
export function Decisions() {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{words.showDecisions}</Button>
      </div>
    );
  }
  return (
    <DecidedRecords match={({ decided }) => decided !== undefined} none={<Nothing>{words.decisionsNone}</Nothing>} />
  );
}
