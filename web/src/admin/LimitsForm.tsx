import { adminWords, statementWords } from '@throughline/words';
import type { Limits } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { admin } from '../house/accounts.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';
import prose from '../ui/Prose.module.css';
import { fromMegabytes, inMegabytes } from './bytes.js';

const words = adminWords.limits;
const largest = 10_000_000;
const fields: readonly Field[] = [
  { name: 'reviews', label: words.reviewsPerAccount, sort: 'number', from: 0, to: 10_000, needed: true },
  { name: 'review', label: words.perReview, sort: 'number', from: 1, to: largest, needed: true },
  { name: 'upload', label: words.perUpload, sort: 'number', from: 1, to: largest, needed: true },
];

/** How much one account, one review and one file may take. */
export function LimitsForm() {
  const found = useQuery({ queryKey: ['limits'], queryFn: admin.limits, staleTime: 0, refetchOnWindowFocus: false });
  const [kept, setKept] = useState(false);
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return <p className={prose.quiet}>{statementWords.loading}</p>;
  const { reviewsPerAccount, bytesPerReview, bytesPerUpload } = found.data;
  return (
    <>
      <AskForm
        label={words.title}
        fields={fields}
        act={words.keep}
        quiet
        start={{
          reviews: String(reviewsPerAccount),
          review: String(inMegabytes(bytesPerReview)),
          upload: String(inMegabytes(bytesPerUpload)),
        }}
        onAsk={async (said) => {
          setKept(false);
          await admin.setLimits(limitsIn(said));
          setKept(true);
        }}
      />
      <p role="status">{kept ? words.kept : ''}</p>
    </>
  );
}

const limitsIn = ({ reviews = '', review = '', upload = '' }: Readonly<Record<string, string>>): Limits => ({
  reviewsPerAccount: Number(reviews),
  bytesPerReview: fromMegabytes(Number(review)),
  bytesPerUpload: fromMegabytes(Number(upload)),
});
