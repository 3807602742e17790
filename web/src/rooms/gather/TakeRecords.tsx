import { fill, gatheringWords } from '@throughline/words';
import { useState } from 'react';
import { useHouse, useServer } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { beginningWords } from '@throughline/words';
import styles from './Gather.module.css';

const words = gatheringWords.take;

/** The formats that the server writes, by the names that people know them by. */
const formats = [
  ['ris', 'RIS'],
  ['nbib', 'PubMed (NBIB)'],
  ['bibtex', 'BibTeX'],
  ['endnote-xml', 'EndNote XML'],
  ['csl-json', 'CSL JSON'],
  ['csv', 'CSV'],
  ['xlsx', 'Excel (XLSX)'],
] as const;

/** Records as a file for other programs. */
export function TakeRecords() {
  const server = useServer();
  const { counts } = useHouse();
  const [only, setOnly] = useState('all');
  if (counts.records === 0) return <Nothing>{beginningWords.gather.recordsNone}</Nothing>;
  return (
    <>
      <label className={prose.row}>
        {words.which}
        <select value={only} onChange={({ target }) => setOnly(target.value)}>
          <option value="all">{words.all}</option>
          <option value="included">{words.included}</option>
        </select>
      </label>
      <ul className={styles.ways}>
        {formats.map(([format, label]) => (
          <li key={format}>
            <a
              href={server.address(`exports/${format}${only === 'all' ? '' : '?only=included'}`)}
              download
              aria-label={fill(words.save, { format: label })}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
