import { standing } from '@throughline/core';
import { counted, fill, gatheringWords } from '@throughline/words';
import { useId, useState } from 'react';
import { useHouse, useReview } from '../../../house/HouseContext.js';
import { Button } from '../../../ui/Button.js';
import prose from '../../../ui/Prose.module.css';
import { ReportOnFile } from '../ReportOnFile.js';
import styles from './Bring.module.css';
import type { Bringing } from './bringing.js';
import { type BroughtFile, hasSource, mayGoIn, readingOf } from './brought-file.js';
import { Look } from './Look.js';
import { SourceFields } from './SourceFields.js';

const words = gatheringWords.bring;

interface RowProps {
  readonly file: BroughtFile;
  readonly bringing: Bringing;
}

/** One file: what it is, what was found in it, where it goes, and what became of it. */
export function FileRow({ file, bringing }: RowProps) {
  const { state, name, part } = file;
  const id = useId();
  return (
    <li className={styles.file} aria-labelledby={id} data-state={state.at}>
      <div className={styles.fileHead}>
        <h3 id={id}>{name}</h3>
        {part !== undefined && <span className={prose.small}>{fill(words.within, { archive: file.file.name })}</span>}
        <FileStateWords file={file} />
      </div>
      <FileProgress file={file} />
      {(state.at === 'problem' || state.at === 'refused') && (
        <p role="alert" className={styles.problem}>
          {state.words}
        </p>
      )}
      {state.at === 'brought' ? (
        <ReportOnFile report={state.answer} />
      ) : (
        <BeforeItGoesIn file={file} bringing={bringing} />
      )}
    </li>
  );
}

/** "RIS · Ovid · 1,204 records, 3 in part, 1 refused" */
function FileStateWords({ file }: { readonly file: BroughtFile }) {
  const { state } = file;
  const reading = readingOf(file);
  const parts: string[] = [words.states[state.at]];
  if (state.at !== 'left' && reading !== undefined) {
    const { format, report } = reading;
    const [vendor] = report.vendors;
    parts.unshift(
      ...[format.label, vendor?.label, counted(report.read, 'record')].filter((each) => each !== undefined),
    );
    if (report.refused > 0) parts.push(`${gatheringWords.report.refused.toLowerCase()}: ${report.refused}`);
  }
  return <span className={prose.small}>{parts.join(' · ')}</span>;
}

function FileProgress({ file: { state, name } }: Pick<RowProps, 'file'>) {
  const { tasks } = useHouse();
  if (state.at !== 'reading' && state.at !== 'bringing') return null;
  const task = tasks[state.task];
  const worked = task?.of === undefined || task.of === 0 ? undefined : task.done / task.of;
  const sent = state.part >= 1;
  return (
    <p className={styles.progress}>
      <progress
        max={1}
        aria-label={name}
        {...(sent && worked === undefined ? {} : { value: sent ? worked : state.part })}
      />
      {!sent && <span className={prose.small}>{fill(words.sending, { part: Math.round(state.part * 100) })}</span>}
    </p>
  );
}

function BeforeItGoesIn({ file, bringing }: RowProps) {
  const [open, setOpen] = useState(false);
  const { state, key, name, choice } = file;
  const reading = readingOf(file);
  const retry = state.at === 'problem';
  if (state.at === 'left')
    return (
      <>
        {state.reading.before !== undefined && <Before file={file} />}
        <div className={styles.acts}>
          <Button tone="quiet" aria-label={fill(words.takeInIt, { name })} onClick={() => bringing.takeIn(key)}>
            {words.takeIn}
          </Button>
        </div>
      </>
    );
  if (reading === undefined && !retry) return null;
  return (
    <>
      {reading !== undefined && <SourceFields file={file} reading={reading} bringing={bringing} />}
      {reading?.tokens === true && <p className={prose.small}>{words.tokens}</p>}
      {!hasSource(choice) && reading !== undefined && <p className={prose.small}>{words.needsName}</p>}
      <div className={styles.acts}>
        {mayGoIn(file) && (
          <Button
            aria-label={fill(words.importIt, { name })}
            onClick={() => bringing.bring([key], reading?.before !== undefined || isThere(file))}
          >
            {isThere(file) ? words.again : words.importOne}
          </Button>
        )}
        {reading !== undefined && (
          <Button
            tone="quiet"
            aria-label={fill(words.lookIt, { name })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {words.look}
          </Button>
        )}
        {retry && (
          <Button tone="quiet" onClick={() => bringing.lookAgain(key)}>
            {words.retry}
          </Button>
        )}
        {mayGoIn(file) && (
          <Button tone="quiet" aria-label={fill(words.leaveOutIt, { name })} onClick={() => bringing.leaveOut(key)}>
            {words.leaveOut}
          </Button>
        )}
      </div>
      {open && reading !== undefined && <Look file={file} reading={reading} bringing={bringing} />}
    </>
  );
}

const isThere = ({ state }: BroughtFile): boolean => state.at === 'refused' && state.again === true;

/** The same bytes are there: they wait until somebody says that they are meant. */
function Before({ file: { state } }: Pick<RowProps, 'file'>) {
  const { gather } = useReview();
  const before = state.at === 'left' ? state.reading.before : undefined;
  if (before === undefined) return null;
  const source = standing(gather.sources).find(({ id }) => id === before.source)?.name ?? before.sourceName;
  const values = { records: counted(before.read, 'record'), source, date: before.at.slice(0, 10) };
  return <p className={prose.small}>{fill(words.before, values)}</p>;
}
