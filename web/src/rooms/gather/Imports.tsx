import { standing } from '@throughline/core';
import { beginningWords } from '@throughline/words';
import { useReview } from '../../house/HouseContext.js';
import { Nothing } from '../../ui/Page.js';
import { NumberCell, Table } from '../../ui/Table.js';
import { Thing } from '../../ui/Thing.js';

const words = beginningWords.gather;

/** The files as the sources gave them. */
export function Imports() {
  const { gather } = useReview();
  const imports = standing(gather.imports);
  if (imports.length === 0) return <Nothing>{words.importsNone}</Nothing>;
  return (
    <Table
      caption={words.imports}
      heads={[words.file, words.importOf, words.format, words.read, words.unread]}
      numeric={[3, 4]}
    >
      {imports.map(({ id, source, file, format, read, unread }) => (
        <tr key={id}>
          <th scope="row">
            <Thing to={{ on: 'gather.imports', id }} name={file.name} />
          </th>
          <td>{gather.sources.get(source)?.name}</td>
          <td>{format}</td>
          <NumberCell>{read.toLocaleString('en-GB')}</NumberCell>
          <NumberCell>{unread.toLocaleString('en-GB')}</NumberCell>
        </tr>
      ))}
    </Table>
  );
}
