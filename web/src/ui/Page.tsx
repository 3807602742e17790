import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Page.module.css';

interface PageProps {
  readonly title: ReactNode;
  /** What the browser's tab says. */
  readonly name: string;
  /** What the page is for, in a sentence. */
  readonly purpose?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its heading, which takes the focus when one comes here, and its parts. */
export function Page({ title, name, purpose, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${name} · Throughline`;
    // The first page keeps the browser's own place; on every later one the reader is taken to its beginning.
    if (document.body.dataset.arrived === 'yes') heading.current?.focus({ preventScroll: true });
    document.body.dataset.arrived = 'yes';
  }, [name]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        {purpose !== undefined && <p className={styles.purpose}>{purpose}</p>}
      </header>
      {children}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, with its heading. */
export function Part({ title, note, actions, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

/** A part that holds nothing says what belongs there. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className={styles.nothing}>{children}</p>;
}
