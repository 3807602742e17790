import { useRef, useState } from 'react';
import { Button } from './Button.js';
import styles from './Copyable.module.css';
import prose from './Prose.module.css';

interface CopyableProps {
  readonly text: string;
  /** How it is shown, where that is not the same: in groups, for reading off. */
  readonly shown?: string;
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
}

/**
 * Something to be copied, with a button for it. Browsers give the clipboard only to pages that came by a secure
 * connection; elsewhere the text is marked, and one's own keys copy it.
 */
export function Copyable({ text, shown = text, label, copy, copied }: CopyableProps) {
  const [done, setDone] = useState(false);
  const place = useRef<HTMLElement>(null);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      if (place.current !== null) getSelection()?.selectAllChildren(place.current);
    }
  };
  return (
    <div className={styles.copyable}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a text and its button, no form */}
      <span role="group" aria-label={label}>
        <code ref={place} className={styles.text}>
          {shown}
        </code>
      </span>
      <span className={prose.row}>
        <Button onClick={() => void take()}>{copy}</Button>
        <span role="status">{done ? copied : ''}</span>
      </span>
    </div>
  );
}
