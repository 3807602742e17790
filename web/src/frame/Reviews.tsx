import { frameWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { fetchReviews, startReview } from '../house/server.js';
import { Button } from '../ui/Button.js';
import prose from '../ui/Prose.module.css';
import styles from './OpenReview.module.css';

/** The reviews that this program serves; the only one opens by itself. */
export function Reviews() {
  const found = useQuery({ queryKey: ['reviews'], queryFn: fetchReviews });
  if (found.isError) return <p className={styles.state}>{found.error.message}</p>;
  if (found.data === undefined) return <p className={styles.state}>{frameWords.loading}</p>;
  const { reviews } = found.data;
  const [only] = reviews;
  if (reviews.length === 1 && only !== undefined)
    return <Navigate to="/$review" params={{ review: only.id }} replace />;
  return (
    <main className={styles.state}>
      <h1>{frameWords.reviews}</h1>
      {reviews.length === 0 && <p>{frameWords.noReviews}</p>}
      <ul className={prose.list}>
        {reviews.map(({ id, title, file, invented }) => (
          <li key={id}>
            <Link to="/$review" params={{ review: id }}>
              {title}
            </Link>
            <p className={prose.small}>
              {file}
              {invented && ` · ${frameWords.invented}`}
            </p>
          </li>
        ))}
      </ul>
      <NewReview />
    </main>
  );
}

function NewReview() {
  const title = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const navigate = useNavigate();
  const start = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.current?.value.trim() ?? '';
    if (wanted === '') return;
    try {
      const { id } = await startReview(wanted);
      await navigate({ to: '/$review', params: { review: id } });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void start(event)}>
      <h2>{frameWords.newReview}</h2>
      <label>
        {frameWords.newTitle}
        <input ref={title} />
      </label>
      <Button type="submit">{frameWords.start}</Button>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </form>
  );
}
