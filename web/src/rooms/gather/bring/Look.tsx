import type { Reference } from '@throughline/core';
import { sayLines } from '@throughline/evidence';
import type { LookedAtRecord } from '@throughline/wire';
import { counted, fill, gatheringWords } from '@throughline/words';
import prose from '../../../ui/Prose.module.css';
import { ReportOnFile } from '../ReportOnFile.js';
import styles from './Bring.module.css';
import type { Bringing } from './bringing.js';
import type { BroughtFile, Good } from './brought-file.js';
import { ColumnsTable } from './ColumnsTable.js';
import { DecisionsInFile } from './DecisionsInFile.js';

const words = gatheringWords.preview;

interface LookProps {
  readonly file: BroughtFile;
  readonly reading: Good;
  readonly bringing: Bringing;
}

/** Inside a file before it goes in: its format, its first records, what the columns mean, whose decisions it holds. */
export function Look({ file, reading, bringing }: LookProps) {
  const { report, first } = reading;
  return (
    <div className={styles.look}>
      <OtherFormat file={file} reading={reading} bringing={bringing} />
      {report.columns !== undefined && (
        <ColumnsTable
          columns={report.columns}
          choose={(columns) => bringing.lookAgain(file.key, { columns })}
          name={file.name}
        />
      )}
      <DecisionsInFile file={file} reading={reading} bringing={bringing} />
      <h4>
        {first.length === report.read ? fill(words.allOf, { records: counted(report.read, 'record') }) : words.first}
      </h4>
      <ol className={styles.records}>
        {first.map((record) => (
          <FirstRecord key={`${record.lines[0]}-${record.lines[1]}-${record.raw.length}`} record={record} />
        ))}
      </ol>
      <ReportOnFile report={report} />
    </div>
  );
}

function OtherFormat({ file, reading, bringing }: LookProps) {
  const others = reading.others.filter(({ id }) => id !== reading.format.id);
  if (others.length === 0) return null;
  return (
    <label className={styles.field}>
      {words.otherFormat}
      <select
        value={file.choice.format ?? ''}
        onChange={({ target }) => {
          const { columns: _, ...choice } = file.choice;
          bringing.lookAgain(file.key, { ...choice, format: target.value });
        }}
      >
        <option value="">{fill(words.otherFormatNow, { format: reading.format.label })}</option>
        {others.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A record as the list will show it, and the lines of the file that it was read from. */
function FirstRecord({ record: { reference, lines, raw, inPart } }: { readonly record: LookedAtRecord }) {
  return (
    <li>
      <p>
        {reference.title ?? <em>{words.noTitle}</em>}
        {inPart === true && <span className={prose.small}> · {words.inPart}</span>}
      </p>
      <p className={prose.small}>
        {[authorsOf(reference), placeOf(reference), ...(reference.cut ?? []).map((field) => words.cut[field])]
          .filter((each) => each !== '')
          .join(' · ')}
      </p>
      <p className={styles.abstract}>{reference.abstract ?? <em>{words.noAbstract}</em>}</p>
      <details>
        <summary className={prose.small}>
          {words.raw}, {sayLines(lines)}
        </summary>
        <pre className={styles.raw}>{raw}</pre>
      </details>
    </li>
  );
}

const authorsOf = ({ authors, etAl }: Reference): string =>
  authors.slice(0, 6).join('; ') + (etAl === true || authors.length > 6 ? ' et al.' : '');

const placeOf = ({ journal, year, volume, issue, pages, doi }: Reference): string => {
  const number = [volume, issue === undefined ? undefined : `(${issue})`].filter((each) => each !== undefined).join('');
  return [journal, year, number, pages, doi].filter((each) => each !== undefined && each !== '').join(' · ');
};
