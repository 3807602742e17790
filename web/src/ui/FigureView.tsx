import type { Ref, ShelfName } from '@throughline/core';
import type { Figure } from '@throughline/figures';
import { fill, frameWords } from '@throughline/words';
import { type CSSProperties, useEffect, useRef } from 'react';
import { sameRef } from '@throughline/evidence';
import styles from './FigureView.module.css';
import { figureNodes } from './figure-nodes.js';

interface FigureViewProps {
  readonly figure: Figure;
  readonly selected: Ref | undefined;
  readonly onSelect: (ref: Ref) => void;
}

/** A figure in which every part that stands for a thing can be chosen; a wide one scrolls in its own region. */
export function FigureView({ figure, selected, onSelect }: FigureViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const choose = useRef(onSelect);
  choose.current = onSelect;
  useEffect(() => {
    const parts = figureNodes(figure.svg);
    const held = focusedPart(frame.current);
    frame.current?.replaceChildren(parts);
    if (held !== undefined) partOf(frame.current, held)?.focus();
  }, [figure.svg]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a figure that is drawn anew has lost its mark
  useEffect(() => {
    for (const part of frame.current?.querySelectorAll('[data-on]') ?? []) {
      const ref = refOf(part);
      if (selected !== undefined && ref !== undefined && sameRef(ref, selected))
        part.setAttribute('aria-current', 'true');
      else part.removeAttribute('aria-current');
    }
  }, [selected, figure.svg]);
  const open = (target: EventTarget) => {
    const ref = refOf(target instanceof Element ? target.closest('[data-on]') : null);
    if (ref !== undefined) choose.current(ref);
    return ref !== undefined;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={fill(frameWords.figureScroll, { title: figure.title })}>
      {/* The parts inside are the buttons; this only hears what they were told. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        ref={frame}
        className={styles.figure}
        style={{ '--natural': `${figure.width}px` } as CSSProperties}
        onClick={(event) => open(event.target)}
        onKeyDown={(event) => {
          if ((event.key === 'Enter' || event.key === ' ') && open(event.target)) event.preventDefault();
        }}
      />
    </section>
  );
}

function refOf(part: Element | null | undefined): Ref | undefined {
  const [on, id] = [part?.getAttribute('data-on'), part?.getAttribute('data-id')];
  return on && id ? { on: on as ShelfName, id } : undefined;
}

/** A figure that is drawn anew after an edit keeps the focus on the same part. */
function focusedPart(frame: HTMLElement | null): Ref | undefined {
  const active = document.activeElement;
  return frame?.contains(active) ? refOf(active?.closest('[data-on]')) : undefined;
}

function partOf(frame: HTMLElement | null, ref: Ref): SVGElement | undefined {
  return [...(frame?.querySelectorAll<SVGElement>('[data-on]') ?? [])].find((part) => {
    const own = refOf(part);
    return own !== undefined && sameRef(own, ref);
  });
}
