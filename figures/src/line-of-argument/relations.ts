import type { Ref } from '@throughline/core';
import { type Mark, thing } from '../drawing/drawing.js';
import { baseline, paragraphHeight, stack } from '../drawing/paragraph.js';
import { lineHeight } from '../text/measure.js';
import { wrap } from '../text/wrap.js';

const headStyle = { size: 12, bold: true } as const;
const style = { size: 11 } as const;
const letterRoom = 20;
const gap = 28;

/** One line of the list: a relation by its letter, or an arrow between propositions that had no room for words. */
export interface Listed {
  readonly letter: string;
  readonly says: string;
  readonly label: string;
  readonly ref: Ref;
}

/** What relates to what, in columns of at least 300 pixels, under the picture. */
export function relationMarks(
  head: string,
  list: readonly Listed[],
  top: number,
  width: number,
): { marks: Mark[]; bottom: number } {
  if (list.length === 0) return { marks: [], bottom: top };
  const across = Math.max(1, Math.min(3, Math.floor((width + gap) / (300 + gap))));
  const column = (width - gap * (across - 1)) / across;
  const entries = list.map((listed) => {
    const lines = wrap(listed.says, column - letterRoom - 4, style, 5);
    return { listed, paragraph: { lines, ...style, paint: 'ink' as const } };
  });
  const marks: Mark[] = [
    { mark: 'text', text: head, x: 0, y: top + baseline(headStyle), anchor: 'start', paint: 'ink', ...headStyle },
  ];
  const first = top + lineHeight(headStyle) + 4;
  let deepest = first;
  const each = Math.ceil(entries.length / across);
  let y = first;
  entries.forEach(({ listed, paragraph }, at) => {
    if (at % each === 0) y = first;
    const x = Math.floor(at / each) * (column + gap);
    const height = paragraphHeight(paragraph);
    const letter = { size: style.size, bold: true, paint: 'accent' } as const;
    marks.push(
      thing(listed.ref, listed.label, { x, y, width: column, height }, [
        { mark: 'text', text: listed.letter, x, y: y + baseline(letter), anchor: 'start', ...letter },
        ...stack([paragraph], x + letterRoom, y),
      ]),
    );
    y += height + 3;
    deepest = Math.max(deepest, y);
  });
  return { marks, bottom: deepest };
}
