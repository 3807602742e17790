import { type RefObject, useEffect, useState } from 'react';
import type { Stretch } from './word-steps.js';

/** Each run of a text says with this attribute at which code point it begins, and holds one text node and no more. */
const runs = '[data-from]';

/** The code points of the frozen text that a range of the page covers; what is no run (page marks, labels) is none. */
function stretchIn(article: HTMLElement, range: Range): Stretch | undefined {
  let found: Stretch | undefined;
  for (const run of article.querySelectorAll<HTMLElement>(runs)) {
    if (!range.intersectsNode(run)) continue;
    const from = placeIn(run, range.startContainer, range.startOffset) ?? beginningOf(run);
    const to = placeIn(run, range.endContainer, range.endOffset) ?? endOf(run);
    found = { from: found?.from ?? from, to };
  }
  return found !== undefined && found.from < found.to ? found : undefined;
}

const beginningOf = (run: HTMLElement): number => Number(run.dataset.from);
const endOf = (run: HTMLElement): number => beginningOf(run) + [...(run.textContent ?? '')].length;

/** A place in a run, which the page counts in UTF-16; undefined where it lies outside. */
function placeIn(run: HTMLElement, node: Node, offset: number): number | undefined {
  if (!run.contains(node)) return undefined;
  if (node === run) return offset === 0 ? beginningOf(run) : endOf(run);
  return beginningOf(run) + [...(node.textContent ?? '').slice(0, offset)].length;
}

/** Selects a stretch on the page, and brings its end into view. */
export function selectStretch(article: HTMLElement, { from, to }: Stretch): void {
  const [start, end] = [pointAt(article, from, false), pointAt(article, to, true)];
  if (start === undefined || end === undefined) return;
  window.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  bringIntoView(end);
}

interface Point {
  readonly node: Text;
  readonly offset: number;
}

function pointAt(article: HTMLElement, at: number, isEnd: boolean): Point | undefined {
  for (const run of article.querySelectorAll<HTMLElement>(runs)) {
    const within = at - beginningOf(run);
    const points = [...(run.textContent ?? '')];
    const node = run.firstChild;
    if (within < 0 || within > points.length || (within === points.length && !isEnd) || !(node instanceof Text))
      continue;
    return { node, offset: points.slice(0, within).join('').length };
  }
  return undefined;
}

/** Room that the bar takes at the foot of the window, and the bar of the rooms at its head, in CSS pixels. */
const roomAround = 140;

function bringIntoView({ node, offset }: Point): void {
  const range = document.createRange();
  range.setStart(node, Math.max(0, offset - 1));
  range.setEnd(node, offset);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < roomAround) window.scrollBy({ top: top - roomAround });
  else if (bottom > window.innerHeight - roomAround) window.scrollBy({ top: bottom - window.innerHeight + roomAround });
}

/** What of the text is selected at this moment. */
export function selectedNow(article: HTMLElement): Stretch | undefined {
  const range = rangeWithin(article);
  return range && stretchIn(article, range);
}

/** The selection, where it began in the text. */
function rangeWithin(article: HTMLElement): Range | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || !article.contains(selection.anchorNode)) return undefined;
  return selection.getRangeAt(0);
}

/** What is selected in a text. It stays chosen while somebody writes elsewhere, and goes when the text is clicked. */
export function useChosenWords(article: RefObject<HTMLElement | null>): {
  chosen: Stretch | undefined;
  letGo: () => void;
} {
  const [chosen, setChosen] = useState<Stretch>();
  useEffect(() => {
    const look = () => {
      const range = article.current && rangeWithin(article.current);
      if (article.current && range) setChosen(stretchIn(article.current, range));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [article]);
  const letGo = () => {
    window.getSelection()?.removeAllRanges();
    setChosen(undefined);
  };
  return { chosen, letGo };
}
