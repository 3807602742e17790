import { frameWords } from '@throughline/words';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { startReview } from '../house/server.js';
import { AskForm } from '../ui/AskForm.js';
import type { Field } from '../ui/form-draft.js';

const fields: readonly Field[] = [{ name: 'title', label: frameWords.newTitle, sort: 'line', needed: true }];

/** Starts a review and opens it. */
export function NewReview() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <AskForm
      label={frameWords.newReview}
      fields={fields}
      act={frameWords.start}
      quiet
      onAsk={async ({ title = '' }) => {
        const { id } = await startReview(title);
        await queries.invalidateQueries({ queryKey: ['reviews'] });
        await navigate({ to: '/$review', params: { review: id } });
      }}
    />
  );
}
