import { fill, reviewsWords } from '@throughline/words';
import { useEffect, useRef, useState } from 'react';
import { isStopped, sayError, type UploadWatch } from '../house/ask.js';
import { Button } from './Button.js';
import styles from './Sending.module.css';

const words = reviewsWords.bring;

/** A file on its way. */
export interface OnItsWay {
  readonly name: string;
  /** How much of it was sent: 0 to 1. */
  readonly part: number;
}

/** Sends one file at a time, with how far it is and a way to stop. Leaving the page stops it too. */
export function useSending() {
  const [onItsWay, setOnItsWay] = useState<OnItsWay>();
  const [problem, setProblem] = useState<string>();
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const send = async <A,>(file: File, how: (watch: UploadWatch) => Promise<A>): Promise<A | undefined> => {
    control.current?.abort();
    const own = new AbortController();
    control.current = own;
    setProblem(undefined);
    setOnItsWay({ name: file.name, part: 0 });
    let arrived = false;
    const onPart = (part: number) => {
      arrived = part >= 1;
      setOnItsWay({ name: file.name, part });
    };
    try {
      return await how({ onPart, signal: own.signal });
    } catch (error) {
      setProblem(isStopped(error) ? (arrived ? words.stoppedLate : words.stopped) : sayError(error));
      return undefined;
    } finally {
      setOnItsWay(undefined);
    }
  };
  return { onItsWay, problem, setProblem, send, stop: () => control.current?.abort() };
}

interface SendingProps extends OnItsWay {
  /** What the server does with the file once it is there. */
  readonly then: string;
  readonly stop: () => void;
}

/** How far a file is: first how much was sent, then that the server works on it. */
export function Sending({ name, part, then, stop }: SendingProps) {
  const sent = part >= 1;
  return (
    <div className={styles.sending}>
      <p>{fill(sent ? then : words.sending, { name, part: Math.floor(part * 100) })}</p>
      <progress max={1} aria-label={name} {...(sent ? {} : { value: part })} />
      <Button onClick={stop}>{words.stop}</Button>
    </div>
  );
}
