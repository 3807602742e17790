import { type ReactNode, useEffect } from 'react';
import { Outside } from '../frame/Outside.js';
import prose from '../ui/Prose.module.css';
import styles from './Entrance.module.css';

interface DoorPageProps {
  readonly title: string;
  readonly purpose?: string;
  readonly children: ReactNode;
}

/** A page at the door: one heading, one thing to do. */
export function DoorPage({ title, purpose, children }: DoorPageProps) {
  useEffect(() => {
    document.title = `${title} · Throughline`;
  }, [title]);
  return (
    <Outside narrow>
      <div className={styles.door}>
        <h1>{title}</h1>
        {purpose !== undefined && <p className={prose.quiet}>{purpose}</p>}
        {children}
      </div>
    </Outside>
  );
}

/** What was done, said where the form stood. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className={styles.done}>
      {children}
    </p>
  );
}
