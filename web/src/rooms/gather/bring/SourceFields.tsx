import { type SourceKind, sourceKinds, standing } from '@throughline/core';
import { fill, gatheringWords, sourceKindWords } from '@throughline/words';
import type { ReactNode } from 'react';
import { useReview } from '../../../house/HouseContext.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Bring.module.css';
import type { Bringing } from './bringing.js';
import type { BroughtFile, Good, NewSourceSaid } from './brought-file.js';
import { guessSource } from './guess-source.js';

const words = gatheringWords.source;

interface SourceFieldsProps {
  readonly file: BroughtFile;
  readonly reading: Good;
  readonly bringing: Bringing;
}

/** Which source a file belongs to: one that is there, or a new one in a few words. The rest is documented afterwards. */
export function SourceFields({ file, reading, bringing }: SourceFieldsProps) {
  const { gather } = useReview();
  const { key, choice } = file;
  const { source } = choice;
  const sources = standing(gather.sources);
  // What a comparison finds depends on the source: the file is read against it again.
  const into = (id: string) =>
    id === ''
      ? bringing.choose(key, { source: guessSource(reading), compare: false })
      : bringing.lookAgain(key, { source: id });
  return (
    <div className={styles.fields}>
      <label>
        {words.into}
        <select value={typeof source === 'string' ? source : ''} onChange={({ target }) => into(target.value)}>
          <option value="">{words.new}</option>
          {sources.map(({ id, name, platform }) => (
            <option key={id} value={id}>
              {platform === undefined ? name : `${name} (${platform})`}
            </option>
          ))}
        </select>
      </label>
      {typeof source === 'string' ? (
        <Rerun {...{ file, reading, bringing }} />
      ) : (
        <NewSourceFields said={source} choose={(said) => bringing.choose(key, { source: said })} />
      )}
    </div>
  );
}

interface NewSourceFieldsProps {
  readonly said: NewSourceSaid;
  readonly choose: (said: NewSourceSaid) => void;
}

function NewSourceFields({ said, choose }: NewSourceFieldsProps) {
  const line = (name: Exclude<keyof NewSourceSaid, 'kind'>, label: string, more: object = {}): ReactNode => (
    <label>
      {label}
      <input value={said[name]} onChange={({ target }) => choose({ ...said, [name]: target.value })} {...more} />
    </label>
  );
  return (
    <>
      {line('name', words.name)}
      <label>
        {words.kind}
        <select value={said.kind} onChange={({ target }) => choose({ ...said, kind: target.value as SourceKind })}>
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindWords[kind][0]}
            </option>
          ))}
        </select>
      </label>
      {line('platform', words.platform)}
      {line('searched', words.searched, { type: 'date' })}
      {line('said', words.said, { inputMode: 'numeric', pattern: '[0-9]*' })}
    </>
  );
}

/** A source that gave records before: was the search run again? */
function Rerun({ file: { key, choice }, reading: { compared }, bringing }: SourceFieldsProps) {
  const { gather } = useReview();
  if (compared === undefined) return null;
  const name = gather.sources.get(choice.source as string)?.name ?? '';
  return (
    <div className={styles.wide}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={choice.compare}
          onChange={({ target }) => bringing.choose(key, { compare: target.checked })}
        />
        {words.rerun}
      </label>
      <p className={prose.small}>{fill(words.rerunFound, { source: name, ...compared })}</p>
    </div>
  );
}
