import { counted, fill, gatheringWords } from '@throughline/words';
import { type ChangeEvent, useRef } from 'react';
import { Button } from '../../../ui/Button.js';
import { Nothing } from '../../../ui/Page.js';
import prose from '../../../ui/Prose.module.css';
import styles from './Bring.module.css';
import { type BroughtFile, mayGoIn } from './brought-file.js';
import { FileRow } from './FileRow.js';
import { TimeLeft } from './TimeLeft.js';
import { useBringing } from './use-bringing.js';
import { useDrop } from './use-drop.js';

const words = gatheringWords.bring;

/** Where files come in: dropped anywhere on the page or chosen, looked at, and taken in when the person says so. */
export function Bring() {
  const { bringing, files } = useBringing();
  const over = useDrop((dropped) => bringing.add(dropped));
  const ready = files.filter(mayGoIn);
  const busy = files.some(({ state }) => ['waiting', 'reading', 'bringing'].includes(state.at));
  return (
    <div className={styles.bring}>
      <div className={`${styles.drop} ${over ? styles.over : ''}`}>
        <PickButton what={words.files} onPick={(picked) => bringing.add(picked)} />
        <PickButton what={words.folder} folder onPick={(picked) => bringing.add(picked)} />
        {over && <p aria-live="polite">{words.drop}</p>}
      </div>
      {files.length === 0 ? (
        <Nothing>{words.nothing}</Nothing>
      ) : (
        <ul className={styles.files} aria-label={words.list}>
          {files.map((file) => (
            <FileRow key={file.key} file={file} bringing={bringing} />
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <div className={styles.acts}>
          {ready.length > 0 && (
            <Button tone="strong" aria-disabled={busy} onClick={() => !busy && bringing.bring(keysOf(ready))}>
              {fill(words.bringAll, { files: counted(ready.length, 'file') })}
            </Button>
          )}
          {busy ? (
            <Button onClick={() => bringing.stop()}>{words.stop}</Button>
          ) : (
            <Button tone="quiet" onClick={() => bringing.clear()}>
              {words.clear}
            </Button>
          )}
          <p role="status" className={prose.small}>
            {busy ? <TimeLeft files={files} /> : sayTotal(files)}
          </p>
        </div>
      )}
    </div>
  );
}

const keysOf = (files: readonly BroughtFile[]): string[] => files.map(({ key }) => key);

function sayTotal(files: readonly BroughtFile[]): string {
  const read = files.map(({ state }) =>
    state.at === 'ready' ? state.reading.report.read : state.at === 'brought' ? state.answer.entered : undefined,
  );
  const counts = read.filter((count) => count !== undefined);
  const sum = counts.reduce((all, count) => all + count, 0);
  return fill(words.total, { records: counted(sum, 'record'), files: counted(counts.length, 'file') });
}

interface PickProps {
  readonly what: string;
  readonly folder?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the system's own way of choosing files. */
function PickButton({ what, folder = false, onPick }: PickProps) {
  const input = useRef<HTMLInputElement>(null);
  const picked = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onPick([...(target.files ?? [])].filter(({ name }) => !name.startsWith('.')));
    target.value = '';
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{what}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={what}
        onChange={picked}
        {...(folder ? { webkitdirectory: '' } : {})}
      />
    </>
  );
}
