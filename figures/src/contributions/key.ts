import { type Mark, thing } from '../drawing/drawing.js';
import { paragraphHeight, stack } from '../drawing/paragraph.js';
import { textWidth } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { ContributionWords } from '../words.js';
import type { BracketScene } from './scene.js';

const style = { size: 11 } as const;
const signRoom = 18;
const gap = 26;

/** What the mark means, and which study each bracket stands for: entries in lines, under the table. */
export function keyMarks(brackets: readonly BracketScene[], words: ContributionWords, top: number, width: number) {
  const marks: Mark[] = [];
  let [x, y, tallest] = [0, top, 0];
  const place = (says: string, draw: (x: number, y: number) => Mark, bracket?: BracketScene) => {
    const lines = wrap(says, Math.min(width, Math.max(360, width / 2)) - signRoom - 8, style, 3);
    const entryWidth = signRoom + Math.max(0, ...lines.map((line) => textWidth(line, style)));
    if (x > 0 && x + 8 + entryWidth > width) [x, y, tallest] = [0, y + tallest + 3, 0];
    const paragraph = { lines, ...style, paint: 'quiet' } as const;
    const box = { x: x + 8, y, width: entryWidth, height: paragraphHeight(paragraph) };
    const own = [draw(x + 8, y), ...stack([paragraph], x + 8 + signRoom, y)];
    marks.push(...(bracket === undefined ? own : [thing(bracket.ref, bracket.says, box, own)]));
    [x, tallest] = [x + entryWidth + gap, Math.max(tallest, box.height)];
  };
  place(words.markMeans, (left, at) => ({ mark: 'dot', x: left + 5, y: at + 7, radius: 4.6, paint: 'ink' }));
  for (const bracket of brackets) {
    const { letter } = bracket;
    place(
      bracket.says,
      (left, at) => ({
        mark: 'text',
        text: letter,
        x: left,
        y: at + 11,
        anchor: 'start',
        paint: 'ink',
        ...style,
        italic: true,
      }),
      bracket,
    );
  }
  return { marks, bottom: y + tallest };
}
