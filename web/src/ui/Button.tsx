import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The letter that does the same from anywhere on the page; shown on the button. */
  readonly letter?: string;
  readonly tone?: 'plain' | 'strong' | 'quiet';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A button that shows its key. */
export function Button({ letter, tone = 'plain', children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`${styles.button} ${styles[tone]} ${className}`} {...rest}>
      {children}
      {letter !== undefined && <Key>{letter}</Key>}
    </button>
  );
}

/** A key of the keyboard. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
