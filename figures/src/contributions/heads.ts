import { type Mark, thing } from '../drawing/drawing.js';
import { around } from '../drawing/geometry.js';
import { textBox } from '../text/text-box.js';
import { cut } from '../text/wrap.js';
import type { ContributionWords } from '../words.js';
import { columnAt, countStyle, type Grid, labelAngle, labelStyle, levelStyle } from './grid.js';
import type { BracketScene, ColumnScene, TableScene } from './scene.js';

/** The names of the reports over their columns, the brackets of studies under them, and the heads of the other columns. */
export function headMarks(scene: TableScene, grid: Grid, words: ContributionWords): { marks: Mark[]; right: number } {
  const labels = scene.columns.map((column, at) => labelMark(column, at, grid));
  const y = grid.top - 6;
  const heads = [
    { text: words.constructs, x: 8, anchor: 'start', ...levelStyle },
    { text: words.reports, x: grid.reportsAt, anchor: 'end', ...countStyle, bold: true },
    { text: words.studies, x: grid.studiesAt, anchor: 'end', ...countStyle, bold: true },
  ] as const;
  return {
    right: Math.max(0, ...labels.map(({ box }) => box.x + box.width)) + 2,
    marks: [
      ...labels,
      ...scene.brackets.map((bracket) => bracketMark(bracket, grid)),
      ...heads.map((head): Mark => ({ mark: 'text', y, paint: 'ink', ...head })),
      {
        mark: 'line',
        points: [
          { x: 0, y: grid.top },
          { x: grid.studiesAt + 6, y: grid.top },
        ],
        paint: 'ink',
      },
    ],
  };
}

function labelMark({ label, ref, report }: ColumnScene, at: number, grid: Grid) {
  const text = cut(label, grid.labelWidth + 1, labelStyle);
  // The letters' middle, not their baseline, meets the middle of the column.
  const mark = {
    mark: 'text',
    text,
    x: columnAt(grid, at) + 4,
    y: grid.labelsFoot - 2,
    anchor: 'start',
    angle: labelAngle,
    paint: 'ink',
    ...labelStyle,
  } as const;
  return thing(
    ref,
    label,
    around(textBox(mark).corners.map((corner) => ({ ...corner, width: 0, height: 0 }))),
    [mark],
    report,
  );
}

/** A bracket under the labels of one study's reports, with the letter by which the key names the study. */
function bracketMark({ letter, ref, from, to, says }: BracketScene, grid: Grid): Mark {
  const [left, right] = [grid.left + from * grid.pitch + 3, grid.left + (to + 1) * grid.pitch - 3];
  const y = grid.labelsFoot + 6;
  const line = [
    { x: left, y: y - 4 },
    { x: left, y },
    { x: right, y },
    { x: right, y: y - 4 },
  ];
  const style = { size: 10.5, italic: true } as const;
  return thing(ref, says, { x: left, y: y - 5, width: right - left, height: grid.top - y + 5 }, [
    { mark: 'line', points: line, paint: 'ink', weight: 1 },
    { mark: 'text', text: letter, x: (left + right) / 2, y: grid.top - 4, anchor: 'middle', paint: 'ink', ...style },
  ]);
}
