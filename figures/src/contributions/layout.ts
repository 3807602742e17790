import { type Drawing, type Mark, type TextMark, thing } from '../drawing/drawing.js';
import { baseline, stack } from '../drawing/paragraph.js';
import { lineHeight, type TextStyle } from '../text/measure.js';
import { cut } from '../text/wrap.js';
import type { FigureWords } from '../words.js';
import { type Band, columnAt, countStyle, type Grid, gridOf, levelStyle, nameStyle } from './grid.js';
import { headMarks } from './heads.js';
import { keyMarks } from './key.js';
import type { RowScene, TableScene } from './scene.js';

const dotRadius = 4.6;
const indent = 8;

export function tableDrawing(scene: TableScene, words: FigureWords): Drawing {
  const grid = gridOf(scene, words.contributions);
  const heads = headMarks(scene, grid, words.contributions);
  const footRow = lineHeight(countStyle) + 8;
  const width = Math.max(grid.studiesAt + 6, heads.right);
  const key = keyMarks(scene.brackets, words.contributions, grid.bottom + footRow + 14, grid.studiesAt);
  return {
    width: Math.ceil(width),
    height: Math.ceil(key.bottom + 4),
    marks: [
      ...columnRules(scene, grid),
      ...bandFills(grid),
      ...heads.marks,
      ...grid.bands.flatMap((band) => bandMarks(band, scene, grid, words)),
      ...footMarks(scene, grid, footRow, words),
      ...key.marks,
    ],
  };
}

const across = ({ studiesAt }: Grid, y: number, weight: number, paint: 'ink' | 'rule'): Mark => ({
  mark: 'line',
  points: [
    { x: 0, y },
    { x: studiesAt + 6, y },
  ],
  paint,
  weight,
});

/** Levels stand on a band that covers the rules of the columns: a level's name may run on over them. */
function bandFills(grid: Grid): Mark[] {
  return grid.bands.flatMap((band): Mark[] =>
    'group' in band
      ? [{ mark: 'box', box: { x: 0, y: band.y, width: grid.studiesAt + 6, height: band.height }, fill: 'band' }]
      : [],
  );
}

/** A thin rule between columns; a darker one where a study of several reports begins and ends. */
function columnRules({ columns, brackets }: TableScene, grid: Grid): Mark[] {
  const edges = new Set(brackets.flatMap(({ from, to }) => [from, to + 1]));
  return [...columns.keys(), columns.length].map((at): Mark => {
    const x = grid.left + at * grid.pitch;
    const paint = edges.has(at) ? 'edge' : 'rule';
    return {
      mark: 'line',
      points: [
        { x, y: grid.top },
        { x, y: grid.bottom },
      ],
      paint,
      weight: edges.has(at) ? 0.8 : 0.5,
    };
  });
}

function bandMarks(band: Band, scene: TableScene, grid: Grid, words: FigureWords): Mark[] {
  if ('row' in band) return [across(grid, band.y + band.height, 0.5, 'rule'), rowMarks(band, scene, grid, words)];
  const { group, y, height } = band;
  const x = indent;
  // A long name of a level runs on over its own band, which has no marks.
  const text = cut(group.name, grid.studiesAt - 2 * indent, levelStyle);
  const name: Mark = {
    mark: 'text',
    text,
    x,
    y: centred(y, height, levelStyle),
    anchor: 'start',
    paint: 'ink',
    ...levelStyle,
  };
  if (group.ref === undefined) return [name];
  return [thing(group.ref, group.name, { x: 0, y, width: grid.studiesAt + 6, height }, [name])];
}

/** The baseline of one line in the middle of a band. */
const centred = (y: number, height: number, style: TextStyle): number =>
  y + (height - lineHeight(style)) / 2 + baseline(style);

function rowMarks(
  band: Extract<Band, { row: RowScene }>,
  { columns }: TableScene,
  grid: Grid,
  words: FigureWords,
): Mark {
  const { row, lines, y, height } = band;
  const middle = y + height / 2;
  const name = stack(
    [{ lines, ...nameStyle, paint: 'ink' }],
    indent,
    middle - (lines.length * lineHeight(nameStyle)) / 2,
  );
  const dots = row.cells.flatMap((label, at): Mark[] => {
    if (label === undefined) return [];
    const cell = { x: grid.left + at * grid.pitch, y, width: grid.pitch, height };
    const dot: Mark = { mark: 'dot', x: columnAt(grid, at), y: middle, radius: dotRadius, paint: 'ink' };
    return [thing(row.ref, label, cell, [dot], columns[at]?.report)];
  });
  const counts = [
    countMark(words.number(row.reports), grid.reportsAt, y, height),
    countMark(words.number(row.studies), grid.studiesAt, y, height),
  ];
  const label = `${row.name}: ${words.both(words.reports(row.reports), words.studies(row.studies))}`;
  return thing(row.ref, label, { x: 0, y, width: grid.studiesAt + 6, height }, [...name, ...dots, ...counts]);
}

const countMark = (text: string, x: number, y: number, height: number): TextMark => ({
  mark: 'text',
  text,
  x,
  y: centred(y, height, countStyle),
  anchor: 'end',
  paint: 'ink',
  ...countStyle,
});

/** The last row: to how many constructs each report contributes. */
function footMarks({ columns }: TableScene, grid: Grid, height: number, words: FigureWords): Mark[] {
  const y = grid.bottom;
  const style = { ...countStyle, paint: 'ink', anchor: 'middle' } as const;
  const at = centred(y, height, countStyle);
  const numbers = columns.map(({ report, label, ref, marks }, column) => {
    const text = words.number(marks);
    const box = { x: grid.left + column * grid.pitch, y, width: grid.pitch, height };
    const mark: Mark = { mark: 'text', text, x: columnAt(grid, column), y: at, ...style };
    return thing(ref, `${label}: ${words.contributions.perReport}: ${text}`, box, [mark], report);
  });
  const name = cut(words.contributions.perReport, grid.nameWidth - 2 * indent, countStyle);
  return [
    across(grid, y, 1, 'ink'),
    { mark: 'text', text: name, x: indent, y: at, ...style, anchor: 'start' },
    ...numbers,
    across(grid, y + height, 1, 'ink'),
  ];
}
