import { frameWords, reviewsWords } from '@throughline/words';
import type { ReviewCard } from '@throughline/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { fetchReviews } from '../house/server.js';
import { useOnServer } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import { Nothing, Page, Part } from '../ui/Page.js';
import prose from '../ui/Prose.module.css';
import { BringReview } from './BringReview.js';
import { NewReview } from './NewReview.js';
import styles from './OpenReview.module.css';
import { Outside } from './Outside.js';

/** The reviews that one may open here. On a desk the only one opens by itself, unless the list was asked for. */
export function Reviews() {
  const found = useQuery({ queryKey: ['reviews'], queryFn: fetchReviews });
  const onServer = useOnServer();
  const { all = false } = useSearch({ strict: false }) as { readonly all?: boolean };
  if (found.isError)
    return (
      <main className={styles.state}>
        <h1>{reviewsWords.title}</h1>
        <p role="alert">{found.error.message}</p>
        <Button onClick={() => void found.refetch()}>{frameWords.retry}</Button>
      </main>
    );
  if (found.data === undefined) return <p className={styles.state}>{reviewsWords.loading}</p>;
  const { reviews } = found.data;
  const [only] = reviews;
  if (!onServer && !all && reviews.length === 1 && only !== undefined)
    return <Navigate to="/$review" params={{ review: only.id }} replace />;
  return (
    <Outside>
      <Page title={reviewsWords.title} name={reviewsWords.title}>
        <List reviews={reviews} none={onServer ? reviewsWords.none : frameWords.noReviews} />
        <Part title={frameWords.newReview}>
          <NewReview />
        </Part>
        <Part title={reviewsWords.bring.title}>
          <BringReview />
        </Part>
      </Page>
    </Outside>
  );
}

function List({ reviews, none }: { readonly reviews: readonly ReviewCard[]; readonly none: string }) {
  if (reviews.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <ul className={prose.list}>
      {reviews.map(({ id, title, file, invented }) => (
        <li key={id}>
          <Link to="/$review" params={{ review: id }}>
            {title}
          </Link>
          <p className={prose.small}>
            {[file, invented ? frameWords.invented : ''].filter((part) => part !== '').join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
