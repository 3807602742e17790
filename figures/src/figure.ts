import type { Ref } from '@throughline/core';
import { type Drawing, everyMark } from './drawing/drawing.js';
import type { Box } from './drawing/geometry.js';
import { type Named, svgDocument } from './drawing/svg.js';
import { type TextBox, textBox } from './text/text-box.js';

/** A picture of a part of a review. */
export interface Figure {
  /** CSS pixels at natural size. */
  readonly width: number;
  readonly height: number;
  /** A complete, standalone SVG document. */
  readonly svg: string;
  readonly title: string;
  /** What the picture says, in a sentence or two, for whoever does not see it. */
  readonly description: string;
  /** Every place that stands for a thing of the review; where two lie over each other, the inner comes later. */
  readonly targets: readonly Target[];
  /** Every text with the room that was kept for it. */
  readonly texts: readonly TextBox[];
}

export interface Target extends Box {
  /**
   * A thing on a shelf; or, for a count of the flow that rests on no thing of its own, `screen.flow` and the name of the
   * count: "database.screened".
   */
  readonly ref: Ref;
  readonly label: string;
  /** Of a mark in the contribution table: the report that contributes to the construct of `ref`. */
  readonly report?: string;
}

export interface FigureOptions {
  /**
   * Goes into the ids of the document. Two figures of the same kind on one page need two names;
   * letters, digits and hyphens.
   */
  readonly name?: string;
}

export function figureOf(drawing: Drawing, named: Named): Figure {
  const marks = [...everyMark(drawing.marks)];
  return {
    width: drawing.width,
    height: drawing.height,
    svg: svgDocument(drawing, named),
    title: named.title,
    description: named.description,
    targets: marks.flatMap((mark) =>
      mark.mark === 'thing'
        ? [
            {
              ref: mark.ref,
              label: mark.label,
              ...mark.box,
              ...(mark.report === undefined ? {} : { report: mark.report }),
            },
          ]
        : [],
    ),
    texts: marks.flatMap((mark) => (mark.mark === 'text' ? [textBox(mark)] : [])),
  };
}
