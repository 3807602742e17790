import type { Ref } from '@throughline/core';
import type { TextStyle } from '../text/measure.js';
import type { Box, Point } from './geometry.js';
import type { Paint } from './palette.js';

/** What a layout gives and svg.ts writes: everything has its place, nothing is left to measure. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export type Mark = TextMark | BoxMark | LineMark | DotMark | ThingMark;

export interface TextMark extends Point, TextStyle {
  readonly mark: 'text';
  readonly text: string;
  /** Where `x` is in the text; `y` is the baseline. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly paint: Paint;
  readonly italic?: boolean;
  /** Degrees around (x, y), clockwise. */
  readonly angle?: number;
}

export interface BoxMark {
  readonly mark: 'box';
  readonly box: Box;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly weight?: number;
  readonly dash?: Dash;
  readonly radius?: number;
}

export interface LineMark {
  readonly mark: 'line';
  readonly points: readonly Point[];
  readonly paint: Paint;
  readonly weight?: number;
  readonly dash?: Dash;
  /** An arrow head at the last point. */
  readonly arrow?: boolean;
}

/** Lines are told apart by these, never by colour alone. */
export type Dash = 'dashed' | 'dotted';

export interface DotMark extends Point {
  readonly mark: 'dot';
  readonly radius: number;
  readonly paint: Paint;
}

/** Marks that together stand for one thing of the review. */
export interface ThingMark {
  readonly mark: 'thing';
  readonly ref: Ref;
  /** In words, for whoever cannot see the place: "Adler 2019 contributes to Waiting as work". */
  readonly label: string;
  /** Of a mark in the contribution table: the report that contributes. */
  readonly report?: string;
  /** Where a reader points at it. */
  readonly box: Box;
  readonly marks: readonly Mark[];
}

export const thing = (ref: Ref, label: string, box: Box, marks: readonly Mark[], report?: string): ThingMark => ({
  mark: 'thing',
  ref,
  label,
  box,
  marks,
  ...(report === undefined ? {} : { report }),
});

/** Every mark with those inside it, in the order of drawing. */
export function* everyMark(marks: readonly Mark[]): Iterable<Mark> {
  for (const mark of marks) {
    yield mark;
    if (mark.mark === 'thing') yield* everyMark(mark.marks);
  }
}
