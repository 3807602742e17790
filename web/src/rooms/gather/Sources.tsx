import { armOf, type Import, type Source, standing } from '@throughline/core';
import { beginningWords, counted, fill, gatheringWords, listed, sourceKindWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import styles from './Gather.module.css';
import { NewSourceForm, SourceActs } from './SourceForm.js';
import { Strategy } from './Strategy.js';
import { undocumented } from './undocumented.js';

const words = beginningWords.gather;
const more = gatheringWords;

/** Where was searched, what each source gave, and whether that is what its platform said. The rows add up. */
export function Sources() {
  const { gather } = useReview();
  const sources = standing(gather.sources);
  const imports = standing(gather.imports);
  return (
    <>
      {sources.length === 0 ? (
        <Nothing>{words.sourcesNone}</Nothing>
      ) : (
        <Table
          caption={words.sources}
          heads={[
            words.source,
            words.searched,
            more.table.files,
            more.table.said,
            more.table.imported,
            more.table.known,
          ]}
          numeric={[2, 3, 4, 5]}
          stacks
        >
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} imports={imports.filter((each) => each.source === source.id)} />
          ))}
          <TotalRow sources={sources} imports={imports} />
        </Table>
      )}
      <NewSourceForm />
    </>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function SourceRow({ source, imports }: { readonly source: Source; readonly imports: readonly Import[] }) {
  const read = sum(imports.map((each) => each.read));
  const known = sum(imports.map((each) => each.known ?? 0));
  const platform = source.platform === undefined ? [] : [source.platform];
  return (
    <tr>
      <th scope="row" className={styles.sourceCell}>
        <Thing to={{ on: 'gather.sources', id: source.id }} name={source.name} />
        <p className={prose.small}>
          {[sourceKindWords[source.kind][0], ...platform].join(', ')}
          {armOf(source.kind) === undefined && ` · ${words.outsideFlow}`}
        </p>
        <Documented source={source} />
        <Strategy source={source} />
        <SourceActs source={source} />
      </th>
      <td data-label={words.searched}>{searchedOn(source)}</td>
      <NumberCell label={more.table.files}>{imports.length}</NumberCell>
      <NumberCell label={more.table.said}>
        <Said source={source} read={imports.length === 0 ? undefined : read + known} />
      </NumberCell>
      <NumberCell label={more.table.imported}>
        {imports.length === 0 ? <span className={prose.small}>{words.notHeld}</span> : read.toLocaleString('en-GB')}
      </NumberCell>
      <NumberCell label={more.table.known}>{known === 0 ? '' : known.toLocaleString('en-GB')}</NumberCell>
    </tr>
  );
}

/** What the platform said, beside what came. */
function Said({ source: { said }, read }: { readonly source: Source; readonly read: number | undefined }) {
  if (said === undefined) return read === undefined ? '' : <span className={prose.small}>{more.table.notSaid}</span>;
  if (read === undefined || read === said) return said.toLocaleString('en-GB');
  const difference = `${read > said ? '+' : '−'}${Math.abs(read - said).toLocaleString('en-GB')}`;
  return (
    <>
      {said.toLocaleString('en-GB')}
      <br />
      <span className={`${prose.small} ${styles.warns}`}>{fill(more.table.differs, { difference })}</span>
    </>
  );
}

function Documented({ source }: { readonly source: Source }) {
  const missing = undocumented(source);
  if (missing.length === 0) return null;
  return <p className={prose.small}>{fill(more.source.missing, { what: listed(missing) })}</p>;
}

function TotalRow({ sources, imports }: { readonly sources: readonly Source[]; readonly imports: readonly Import[] }) {
  const said = sources.flatMap((source) => source.said ?? []);
  const known = sum(imports.map((each) => each.known ?? 0));
  return (
    <tr className={styles.total}>
      <th scope="row">
        {more.table.total}
        <p className={prose.small}>{counted(sources.length, 'source')}</p>
      </th>
      <td />
      <NumberCell label={more.table.files}>{imports.length}</NumberCell>
      <NumberCell label={more.table.said}>{said.length === 0 ? '' : sum(said).toLocaleString('en-GB')}</NumberCell>
      <NumberCell label={more.table.imported}>
        {sum(imports.map(({ read }) => read)).toLocaleString('en-GB')}
      </NumberCell>
      <NumberCell label={more.table.known}>{known === 0 ? '' : known.toLocaleString('en-GB')}</NumberCell>
    </tr>
  );
}

function searchedOn({ searched, until }: Source): string {
  const to = until === undefined ? '' : fill(words.until, { until });
  return [searched, to].filter((part) => part !== undefined && part !== '').join(' ');
}
