import { armOf, type Source, standing } from '@throughline/core';
import { beginningWords, fill, sourceKindWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';

const words = beginningWords.gather;

/** Where was searched, with what each source gave. */
export function Sources() {
  const { gather } = useReview();
  const sources = standing(gather.sources);
  if (sources.length === 0) return <Nothing>{words.sourcesNone}</Nothing>;
  const imports = standing(gather.imports);
  const readOf = (id: string) => imports.filter(({ source }) => source === id).map(({ read }) => read);
  return (
    <Table
      caption={words.sources}
      heads={[words.source, words.kind, words.platform, words.searched, words.returned]}
      numeric={[4]}
    >
      {sources.map((source) => (
        <tr key={source.id}>
          <th scope="row">
            <Thing to={{ on: 'gather.sources', id: source.id }} name={source.name} />
          </th>
          <td>
            {sourceKindWords[source.kind][0]}
            {armOf(source.kind) === undefined && <span className={prose.small}> {words.outsideFlow}</span>}
          </td>
          <td>{source.platform}</td>
          <td>{searchedOn(source)}</td>
          <NumberCell>
            {readOf(source.id).length === 0 ? (
              <span className={prose.small}>{words.notHeld}</span>
            ) : (
              readOf(source.id)
                .reduce((sum, read) => sum + read, 0)
                .toLocaleString('en-GB')
            )}
          </NumberCell>
        </tr>
      ))}
    </Table>
  );
}

function searchedOn({ searched, until }: Source): string {
  const to = until === undefined ? '' : fill(words.until, { until });
  return [searched, to].filter((part) => part !== undefined && part !== '').join(' ');
}
