import { type Source, strategyLines } from '@throughline/core';
import { counted, fill, gatheringWords } from '@throughline/words';
import { NumberCell, Table } from '../../ui/Table.js';
import styles from './Gather.module.css';

const words = gatheringWords.source;

/** A search as it was run: its lines with their hits where they can be told apart, else the text as it is. */
export function Strategy({ source: { name, strategy } }: { readonly source: Source }) {
  if (strategy === undefined) return null;
  const lines = strategyLines(strategy);
  const numbered = lines.length > 0;
  return (
    <details>
      <summary className={styles.strategy}>
        {numbered ? fill(words.strategyLines, { lines: counted(lines.length, 'line') }) : words.strategyOpen}
      </summary>
      {numbered ? (
        <Table
          caption={fill(words.strategyTable, { name })}
          heads={[words.line, words.query, words.hits]}
          numeric={[2]}
        >
          {lines.map(({ line, query, hits }) => (
            <tr key={line} className={styles.strategy}>
              <th scope="row">{line}</th>
              <td>{query}</td>
              <NumberCell>{hits?.toLocaleString('en-GB')}</NumberCell>
            </tr>
          ))}
        </Table>
      ) : (
        <pre className={styles.raw}>{strategy}</pre>
      )}
    </details>
  );
}
