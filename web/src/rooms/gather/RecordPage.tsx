import { type PersonId, type Reference, type ReferenceField, referenceFields } from '@throughline/core';
import { nameOf, sayLines } from '@throughline/evidence';
import type { RecordView } from '@throughline/wire';
import { duplicatesWords, fill, frameWords, gatheringWords, referenceWords, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import { CorrectionActs } from './CorrectionForm.js';
import { SameReport } from './duplicates/SameReport.js';
import styles from './Gather.module.css';
import { sayField } from './say-field.js';

const words = gatheringWords.record;

/** One record: what it says, the correction laid over it, and beside it the lines of the file that it came from. */
export function RecordPage() {
  const server = useServer();
  const { stored } = useHouse();
  const { record: id = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['record', server.review, id, stored],
    queryFn: () => server.record(id),
    placeholderData: (before) => before,
    retry: false,
  });
  if (found.isPending) return <p>{statementWords.loading}</p>;
  if (found.data === undefined)
    return (
      <Page title={frameWords.notFoundTitle} name={frameWords.notFoundTitle}>
        <Nothing>{frameWords.notFound}</Nothing>
      </Page>
    );
  return <Shown record={found.data} />;
}

function Shown({ record }: { readonly record: RecordView }) {
  const { gather } = useReview();
  const { review = '' } = useParams({ strict: false });
  const title = record.reference.title ?? gatheringWords.records.withoutTitle;
  const imported = gather.imports.get(record.import);
  const source = imported && gather.sources.get(imported.source);
  return (
    <Page title={title} name={title}>
      <p className={prose.row}>
        <Link to="/$review/gather" params={{ review }}>
          {words.back}
        </Link>
        {source !== undefined && <Thing to={{ on: 'gather.sources', id: source.id }} name={source.name} chip />}
        <Thing to={{ on: 'gather.records', id: record.id }} name={fill('{number}', { number: record.number })} chip />
      </p>
      <div className={styles.record}>
        <Part title={words.fields} note={words.correctWhy}>
          <Says record={record} />
          <CorrectionActs record={record} />
        </Part>
        <Part title={words.raw} note={fill(words.rawPlace, placeOf(imported?.file.name, record))}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
          <pre className={styles.raw} tabIndex={0}>
            {record.raw}
          </pre>
          <Tags tags={record.reference.tags} />
        </Part>
      </div>
      <Part title={duplicatesWords.record.title} note={duplicatesWords.record.why}>
        <SameReport key={record.id} record={record} />
      </Part>
    </Page>
  );
}

const placeOf = (file = '', { lines }: RecordView) => ({ file, lines: sayLines(lines) });

function Says({ record: { reference, asRead, correction } }: { readonly record: RecordView }) {
  const { people } = useHouse();
  const corrected = new Set(Object.keys(correction?.fields ?? {}));
  const shown = referenceFields.filter((field) => sayField(reference, field) !== '' || corrected.has(field));
  return (
    <dl className={styles.says}>
      {shown.map((field) => (
        <Field
          key={field}
          field={field}
          reference={reference}
          {...(corrected.has(field) && asRead !== undefined
            ? { asRead, by: nameIn(people, correction?.fields[field]?.by) }
            : {})}
        />
      ))}
    </dl>
  );
}

const nameIn = (people: Readonly<Record<string, string>>, id: PersonId | undefined): string =>
  id === undefined ? '' : nameOf(people, id);

interface FieldProps {
  readonly field: ReferenceField;
  readonly reference: Reference;
  /** Only where it was corrected: what the source said, and who said otherwise. */
  readonly asRead?: Reference;
  readonly by?: string;
}

function Field({ field, reference, asRead, by = '' }: FieldProps) {
  const before = asRead === undefined ? '' : sayField(asRead, field);
  const cut = reference.cut?.find((each) => each === field);
  return (
    <>
      <dt>{referenceWords[field]}</dt>
      <dd>
        {sayField(reference, field)}
        {cut !== undefined && <span className={prose.small}> ({gatheringWords.preview.cut[cut]})</span>}
        {asRead !== undefined && (
          <p className={styles.was}>
            {fill(words.correctedBy, { person: by })};{' '}
            {before === '' ? words.asReadNothing : fill(words.asRead, { value: before })}
          </p>
        )}
      </dd>
    </>
  );
}

function Tags({ tags }: Pick<Reference, 'tags'>) {
  if (tags.length === 0) return null;
  return (
    <details>
      <summary>
        {words.tags} ({tags.length})
      </summary>
      <Table caption={words.tags} heads={[gatheringWords.report.tag, gatheringWords.report.why]}>
        {tags.map(({ tag, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tags stay in the order of the source, and repeat
          <tr key={at}>
            <th scope="row">
              <code>{tag}</code>
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
