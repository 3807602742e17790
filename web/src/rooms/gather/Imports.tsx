import { type Import, standing } from '@throughline/core';
import { beginningWords, fill, gatheringWords, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReview, useServer } from '../../house/HouseContext.js';
import { sayError } from '../../house/ask.js';
import { Button } from '../../ui/Button.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';
import { ReportOnFile } from './ReportOnFile.js';

const words = beginningWords.gather;
const more = gatheringWords.report;

/** The files as the sources gave them, each with what became of it. */
export function Imports() {
  const { gather } = useReview();
  const [open, setOpen] = useState<string>();
  const imports = standing(gather.imports);
  if (imports.length === 0) return <Nothing>{words.importsNone}</Nothing>;
  const opened = imports.find(({ id }) => id === open);
  return (
    <>
      <Table
        caption={words.imports}
        heads={[words.file, words.importOf, words.format, words.read, more.refused, '']}
        numeric={[3, 4]}
        stacks
      >
        {imports.map((imported) => (
          <ImportRow
            key={imported.id}
            imported={imported}
            open={open === imported.id}
            toggle={() => setOpen(open === imported.id ? undefined : imported.id)}
          />
        ))}
      </Table>
      {opened !== undefined && <ReportOfImport imported={opened} />}
    </>
  );
}

interface ImportRowProps {
  readonly imported: Import;
  readonly open: boolean;
  readonly toggle: () => void;
}

function ImportRow({ imported: { id, source, file, format, read, refused }, open, toggle }: ImportRowProps) {
  const { gather } = useReview();
  return (
    <tr>
      <th scope="row">
        <Thing to={{ on: 'gather.imports', id }} name={file.name} />
      </th>
      <td data-label={words.importOf}>{gather.sources.get(source)?.name}</td>
      <td data-label={words.format}>{format}</td>
      <NumberCell label={words.read}>{read.toLocaleString('en-GB')}</NumberCell>
      <NumberCell label={more.refused}>{(refused ?? 0).toLocaleString('en-GB')}</NumberCell>
      <td>
        <Button tone="quiet" aria-label={fill(more.openIt, { name: file.name })} aria-expanded={open} onClick={toggle}>
          {more.open}
        </Button>
      </td>
    </tr>
  );
}

/** The report again: the file is read once more from the bytes that are kept. */
function ReportOfImport({ imported: { id, file } }: { readonly imported: Import }) {
  const server = useServer();
  const found = useQuery({
    queryKey: ['report', server.review, id],
    queryFn: () => server.importReport(id),
    retry: false,
  });
  return (
    <section aria-label={fill(more.openIt, { name: file.name })}>
      <h3>{file.name}</h3>
      {found.isPending && <p className={prose.small}>{more.loading}</p>}
      {found.isError && <p role="alert">{sayError(found.error) || statementWords.failed}</p>}
      {found.data !== undefined && <ReportOnFile report={found.data} />}
    </section>
  );
}
