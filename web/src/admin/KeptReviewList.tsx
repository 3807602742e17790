import { adminWords, fill, listed, statementWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { admin } from '../house/accounts.js';
import { Nothing } from '../ui/Page.js';
import prose from '../ui/Prose.module.css';
import { NumberCell, Table } from '../ui/Table.js';
import { sayBytes } from './bytes.js';

const words = adminWords.reviews;

/** How much room each review takes, and who leads it: nothing of what is in it, not even its title. */
export function KeptReviewList() {
  const found = useQuery({ queryKey: ['kept'], queryFn: admin.reviews, staleTime: 0 });
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const { reviews } = found.data;
  if (reviews.length === 0) return <Nothing>{words.none}</Nothing>;
  const all = reviews.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <Table caption={words.caption} heads={[words.review, words.leads, words.changes, words.room]} numeric={[2, 3]}>
        {reviews.map(({ id, bytes, changes, leads }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>{listed(leads)}</td>
            <NumberCell>{changes.toLocaleString('en-GB')}</NumberCell>
            <NumberCell>{sayBytes(bytes)}</NumberCell>
          </tr>
        ))}
      </Table>
      <p className={prose.quiet}>{fill(words.together, { room: sayBytes(all) })}</p>
    </>
  );
}
