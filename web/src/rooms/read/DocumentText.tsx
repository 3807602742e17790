import { type Document, orders, standing } from '@throughline/core';
import { beginningWords, counted, evidenceWords, fill } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useReview, useServer } from '../../house/HouseContext.js';
import { useSelection } from '../../ui/selection.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { markedText, type Run, type TextPage } from './marked-text.js';
import styles from './Read.module.css';

const words = beginningWords.read;

/** The text of a document with its passages marked by whose words they are; each mark opens what rests on it. */
export function DocumentText({ document }: { readonly document: Document }) {
  const server = useServer();
  const { read } = useReview();
  const text = useQuery({ queryKey: ['text', document.text], queryFn: () => server.text(document.id) });
  const passages = standing(read.passages).filter((each) => each.document === document.id);
  if (text.isError) return <Nothing>{words.documentFailed}</Nothing>;
  if (text.data === undefined) return <p className={prose.quiet}>{words.documentLoading}</p>;
  return (
    <>
      <p className={prose.small}>
        {document.name}, {fill(words.passages, { count: counted(passages.length, 'passage') })}
      </p>
      <Legend />
      <article className={styles.document} aria-label={document.name}>
        {markedText(text.data, passages, document.pages).map((page, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its pages
          <Fragment key={at}>
            {page.printed !== undefined && !saysItsPage(page) && (
              <p className={styles.pageMark}>{fill(words.printedPage, { page: page.printed })}</p>
            )}
            <Paragraphs runs={page.runs} />
          </Fragment>
        ))}
      </article>
    </>
  );
}

/** Some texts carry their page marks in themselves; these are not said twice. */
const saysItsPage = ({ printed, runs }: TextPage): boolean =>
  (runs[0]?.text.trimStart() ?? '').startsWith(`[page ${printed}]`);

function Legend() {
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {orders.map((order) => (
        <li key={order}>
          <span className={`${styles.mark} ${styles[order]}`}>{evidenceWords.whose[order]}</span>
        </li>
      ))}
    </ul>
  );
}

/** Runs keep the line breaks of the text; an empty line ends a paragraph to the eye by itself. */
function Paragraphs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <p>
      {runs.map((run) => (
        <RunOfText key={run.from} run={run} />
      ))}
    </p>
  );
}

function RunOfText({ run }: { readonly run: Run }) {
  const { selected, select } = useSelection();
  const passage = run.passages.at(-1);
  if (passage === undefined) return run.text;
  const open = () => select({ on: 'read.passages', id: passage.id });
  const chosen = run.passages.some(({ id }) => id === selected?.id);
  return (
    // A button could not break over lines as words of a text have to.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="button"
      tabIndex={0}
      className={`${styles.mark} ${styles[passage.order]}`}
      aria-current={chosen}
      data-on="read.passages"
      data-id={passage.id}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      }}
    >
      <span className="visually-hidden">{evidenceWords.whose[passage.order]}: </span>
      {run.text}
    </span>
  );
}
