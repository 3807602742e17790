import { type Stage, stages, standing } from '@throughline/core';
import { nameOf } from '@throughline/evidence';
import type { PersonInFile } from '@throughline/wire';
import { beginningWords, counted, fill, gatheringWords } from '@throughline/words';
import { useState } from 'react';
import { useHouse } from '../../../house/HouseContext.js';
import prose from '../../../ui/Prose.module.css';
import { Table } from '../../../ui/Table.js';
import styles from './Bring.module.css';
import type { Bringing } from './bringing.js';
import { type BroughtFile, type Good, votesKey } from './brought-file.js';

const words = gatheringWords.preview;

interface DecisionsInFileProps {
  readonly file: BroughtFile;
  readonly reading: Good;
  readonly bringing: Bringing;
}

/** Decisions that came along from another program: they become votes only of people who are named here. */
export function DecisionsInFile({ file: { key, choice, name }, reading, bringing }: DecisionsInFileProps) {
  const { people, groups } = reading;
  return (
    <>
      {people.length > 0 && (
        <>
          <h4>{words.decisions}</h4>
          <p className={prose.small}>{words.decisionsWhy}</p>
          <Table
            caption={fill(`${words.decisions}: {name}`, { name })}
            heads={[words.inFile, words.counts.replace(/\{\w+\} ?/g, ''), words.whose, words.stage]}
            stacks
          >
            {people.map((person) => (
              <PersonLine
                key={votesKey(person)}
                person={person}
                said={choice.votes[votesKey(person)]}
                choose={(said) => {
                  const { [votesKey(person)]: _, ...others } = choice.votes;
                  bringing.choose(key, {
                    votes: said === undefined ? others : { ...others, [votesKey(person)]: said },
                  });
                }}
              />
            ))}
          </Table>
        </>
      )}
      {groups > 0 && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={choice.groups}
            onChange={({ target }) => bringing.choose(key, { groups: target.checked })}
          />
          {fill(words.groups, { groups: counted(groups, 'duplicate group') })}
        </label>
      )}
    </>
  );
}

interface PersonLineProps {
  readonly person: PersonInFile;
  readonly said: { readonly by: string; readonly person: string; readonly stage: Stage } | undefined;
  readonly choose: (said: PersonLineProps['said']) => void;
}

function PersonLine({ person, said, choose }: PersonLineProps) {
  const { held, people } = useHouse();
  const team = standing(held.shown.floor.people).filter(({ role }) => role !== 'commenter');
  const [stage, setStage] = useState<Stage>(said?.stage ?? person.stage ?? 'title-abstract');
  const whose = person.by === '' ? words.nameless : person.by;
  return (
    <tr>
      <th scope="row">{whose}</th>
      <td className={prose.small}>
        {fill(words.counts, { ...person, stage: '' })}
        {person.labels + person.notes > 0 && `; ${fill(words.labels, { labels: person.labels, notes: person.notes })}`}
      </td>
      <td data-label={words.whose}>
        <select
          aria-label={`${words.whose}: ${whose}`}
          value={said?.person ?? ''}
          onChange={({ target }) =>
            choose(target.value === '' ? undefined : { by: person.by, person: target.value, stage })
          }
        >
          <option value="">{words.leave}</option>
          {team.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(people, id)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={words.stage}>
        {person.stage !== undefined ? (
          beginningWords.screen.stages[person.stage]
        ) : (
          <select
            aria-label={`${words.stage}: ${whose}`}
            value={stage}
            onChange={({ target }) => {
              const next = target.value as Stage;
              setStage(next);
              if (said !== undefined) choose({ ...said, stage: next });
            }}
          >
            {stages.map((each) => (
              <option key={each} value={each}>
                {beginningWords.screen.stages[each]}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
}
