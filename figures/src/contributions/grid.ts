import { lineHeight, textWidth } from '../text/measure.js';
import { wrap } from '../text/wrap.js';
import type { ContributionWords } from '../words.js';
import type { GroupScene, RowScene, TableScene } from './scene.js';

export const nameStyle = { size: 11.5 } as const;
export const levelStyle = { size: 11.5, bold: true } as const;
export const countStyle = { size: 11 } as const;
export const labelStyle = { size: 11 } as const;

/** Column labels climb to the right at this angle: they read without turning the head far, and stand close. */
export const labelAngle = -60;
const longestLabel = 190;
const namePadding = 8;
const widestName = 330;

/** Where the columns and rows of the table run. */
export interface Grid {
  readonly nameWidth: number;
  /** The left edge of the first report's column. */
  readonly left: number;
  readonly pitch: number;
  /** The right edge of the last report's column. */
  readonly right: number;
  /** The right edges of the two columns of counts. */
  readonly reportsAt: number;
  readonly studiesAt: number;
  readonly labelWidth: number;
  /** Where the labels of the columns begin, above the brackets. */
  readonly labelsFoot: number;
  readonly top: number;
  readonly bands: readonly Band[];
  readonly bottom: number;
}

/** One line of the table: a level's name, or a construct with its marks. */
export type Band = { readonly y: number; readonly height: number } & (
  | { readonly group: GroupScene }
  | { readonly row: RowScene; readonly lines: readonly string[] }
);

export function gridOf(scene: TableScene, words: ContributionWords): Grid {
  const nameWidth = nameWidthOf(scene, words);
  const pitch = scene.columns.length > 30 ? 19 : 22;
  const right = nameWidth + scene.columns.length * pitch;
  const counts = (head: string) => Math.max(34, textWidth(head, countStyle)) + 12;
  const reportsAt = right + counts(words.reports);
  const labelWidth = Math.min(
    longestLabel,
    Math.max(0, ...scene.columns.map(({ label }) => textWidth(label, labelStyle))),
  );
  const labelsFoot = Math.ceil(labelWidth * Math.sin((-labelAngle * Math.PI) / 180)) + 14;
  const top = labelsFoot + 20;
  const bands = bandsOf(scene, nameWidth, top + 1);
  const last = bands.at(-1);
  return {
    nameWidth,
    left: nameWidth,
    pitch,
    right,
    reportsAt,
    studiesAt: reportsAt + counts(words.studies),
    labelWidth,
    labelsFoot,
    top,
    bands,
    bottom: last === undefined ? top : last.y + last.height,
  };
}

/** As wide as the longest name, within reason: longer names wrap. */
function nameWidthOf({ groups }: TableScene, words: ContributionWords): number {
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => textWidth(name, nameStyle)));
  const levels = groups.map(({ name }) => textWidth(name, levelStyle));
  const heads = [words.constructs, words.perReport].map((head) => textWidth(head, levelStyle));
  const widest = Math.max(...names, ...levels, ...heads) + 2 * namePadding;
  return Math.ceil(Math.min(widestName, Math.max(150, widest)));
}

function bandsOf({ groups }: TableScene, nameWidth: number, top: number): Band[] {
  const bands: Band[] = [];
  let y = top;
  const add = (band: Band) => {
    bands.push(band);
    y += band.height;
  };
  for (const group of groups) {
    add({ group, y, height: 22 });
    for (const row of group.rows) {
      const lines = wrap(row.name, nameWidth - 2 * namePadding, nameStyle, 4);
      add({ row, lines, y, height: Math.max(22, lines.length * lineHeight(nameStyle) + 6) });
    }
  }
  return bands;
}

/** The middle of a column. */
export const columnAt = ({ left, pitch }: Grid, at: number): number => left + (at + 0.5) * pitch;
