import { type Document, orders, standing } from '@throughline/core';
import { beginningWords, counted, evidenceWords, fill, markingWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type KeyboardEvent, useMemo, useRef } from 'react';
import { useReview, useServer } from '../../house/HouseContext.js';
import { useSelection } from '../../ui/selection.js';
import { MayWork } from '../../ui/MayWork.js';
import { Nothing } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { selectedNow, selectStretch, useChosenWords } from './chosen-words.js';
import { MarkBar } from './MarkBar.js';
import { markedText, type Run, type TextPage } from './marked-text.js';
import { Passages } from './Passages.js';
import styles from './Read.module.css';
import { isStep, stepTo, wordsOf } from './word-steps.js';

const words = beginningWords.read;

/** The text of a document with its passages marked by whose words they are; each mark opens what rests on it. */
export function DocumentText({ document }: { readonly document: Document }) {
  const server = useServer();
  const text = useQuery({ queryKey: ['text', server.review, document.text], queryFn: () => server.text(document.id) });
  if (text.isError) return <Nothing>{words.documentFailed}</Nothing>;
  if (text.data === undefined) return <p className={prose.quiet}>{words.documentLoading}</p>;
  return <FrozenText document={document} text={text.data} />;
}

interface FrozenTextProps {
  readonly document: Document;
  readonly text: string;
}

function FrozenText({ document, text }: FrozenTextProps) {
  const { read } = useReview();
  const article = useRef<HTMLElement>(null);
  const { chosen, letGo } = useChosenWords(article);
  const allWords = useMemo(() => wordsOf(text), [text]);
  const passages = standing(read.passages).filter((each) => each.document === document.id);
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && chosen !== undefined) letGo();
    else if (isStep(event.key) && article.current !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Keys come faster than the page is drawn again.
      const next = stepTo(allWords, selectedNow(article.current) ?? chosen, event.key, event.shiftKey);
      if (next !== undefined) selectStretch(article.current, next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.text}>
      <p className={prose.small}>
        {document.name}, {fill(words.passages, { count: counted(passages.length, 'passage') })}
      </p>
      <Legend />
      <article
        ref={article}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: words are chosen in a text by the keyboard, too
        tabIndex={0}
        className={styles.document}
        aria-label={fill(markingWords.textOf, { name: document.name })}
        onKeyDown={step}
      >
        {markedText(text, passages, document.pages).map((page, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its pages
          <Fragment key={at}>
            {page.printed !== undefined && !saysItsPage(page) && (
              <p className={styles.pageMark}>{fill(words.printedPage, { page: page.printed })}</p>
            )}
            <Paragraphs runs={page.runs} />
          </Fragment>
        ))}
      </article>
      <MayWork>
        <MarkBar document={document} text={text} chosen={chosen} letGo={letGo} />
      </MayWork>
      <Passages passages={passages} />
    </div>
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
  if (passage === undefined) return <span data-from={run.from}>{run.text}</span>;
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
      <span data-from={run.from}>{run.text}</span>
    </span>
  );
}
