import { type PersonId, type Stage, shareMark, stages, standing } from '@throughline/core';
import { nameOf } from '@throughline/evidence';
import { beginningWords, fill, teamWords } from '@throughline/words';
import { useEffect, useState } from 'react';
import { teamOf } from '../house/accounts.js';
import { useHouse, useServer } from '../house/HouseContext.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import { Nothing } from '../ui/Page.js';
import prose from '../ui/Prose.module.css';

const words = teamWords.handOver;

interface Made {
  readonly name: string;
  readonly file: string;
  readonly address: string;
}

/** Makes the file of a share, and saves it. */
export function HandOver() {
  const { held, people, me } = useHouse();
  const [made, setMade] = useState<Made>();
  const { review } = useServer();
  useEffect(() => () => made && URL.revokeObjectURL(made.address), [made]);
  const { floor } = held.shown;
  const readers = standing(floor.people).filter(({ id, role }) => id !== me.person && role !== 'commenter');
  if (shareMark(held.shown) !== undefined) return <Nothing>{words.notFromShare}</Nothing>;
  if (readers.length === 0) return <Nothing>{words.nobody}</Nothing>;
  const options = readers.map(({ id }) => ({ value: id, label: nameOf(people, id) }));
  const handOver = async ({ person = '', stage = '', percent = '' }: Readonly<Record<string, string>>) => {
    const asked = { person: person as PersonId, stage: stage as Stage, percent: Number(percent) };
    setMade(undefined);
    const { file, name } = await teamOf(review).handOver(asked);
    const address = URL.createObjectURL(file);
    save(address, name);
    setMade({ name: nameOf(people, asked.person), file: name, address });
  };
  return (
    <>
      <AskForm
        label={words.title}
        fields={fieldsFor(options)}
        act={words.act}
        start={{ stage: stages[0], percent: '20' }}
        quiet
        onAsk={handOver}
      />
      <p className={prose.small}>{words.alsoVotes}</p>
      {made !== undefined && (
        <p role="status">
          {fill(words.done, { file: made.file, name: made.name })}{' '}
          <a href={made.address} download={made.file}>
            {words.again}
          </a>
        </p>
      )}
    </>
  );
}

const fieldsFor = (options: readonly { value: string; label: string }[]): readonly Field[] => [
  { name: 'person', label: words.person, sort: 'choice', needed: true, options },
  {
    ...{ name: 'stage', label: words.stage, sort: 'choice', needed: true },
    options: stages.map((value) => ({ value, label: beginningWords.screen.stages[value] })),
  },
  {
    ...{ name: 'percent', label: words.percent, sort: 'number', from: 1, to: 100, needed: true },
    hint: words.percentHint,
  },
];

/** As if a link to the file had been followed. */
function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
