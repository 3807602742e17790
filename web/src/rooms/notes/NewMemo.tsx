import { aboutReview } from '@throughline/core';
import { laterWords } from '@throughline/words';
import { type FormEvent, useState } from 'react';
import { useReview, useStore } from '../../house/HouseContext.js';
import { newId } from '../../house/new-id.js';
import { Button } from '../../ui/Button.js';
import { useSelection } from '../../ui/selection.js';
import styles from './NewMemo.module.css';
import { sayThing } from '@throughline/evidence';

const words = laterWords.notes;

/** Writes a memo about what is selected, or about the review as a whole. */
export function NewMemo() {
  const review = useReview();
  const store = useStore();
  const { selected } = useSelection();
  const [problem, setProblem] = useState<string>();
  const about = selected?.id ?? aboutReview(review)?.id ?? '';
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = String(data.get('text') ?? '').trim();
    if (text === '') return setProblem(words.memoNeedsText);
    setProblem(undefined);
    if (
      store.propose({ kind: 'memo.made', payload: { id: newId('memo'), about, text, audience: data.get('audience') } })
    )
      form.reset();
    return undefined;
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <h3>{words.memoNew}</h3>
      <p className={styles.about}>
        {words.memoAbout}{' '}
        {selected === undefined ? words.memoAboutReview : (sayThing(review, selected)?.name ?? selected.id)}
      </p>
      <label>
        {words.memoText}
        <textarea name="text" rows={3} />
      </label>
      <label>
        {words.memoFor}
        <select name="audience">
          <option value="team">{words.audiences.team}</option>
          <option value="author">{words.audiences.author}</option>
        </select>
      </label>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div>
        <Button type="submit">{words.memoAdd}</Button>
      </div>
    </form>
  );
}
