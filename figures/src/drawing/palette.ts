/**
 * The colours of figures, by what they are for. Every one has the value that prints on white; a page that shows a
 * figure inline may set the custom property of the same name (`--figure-ink`) and so recolour it.
 */
export const palette = {
  /** Text, marks, arrows. 17:1 on white. */
  ink: '#1a1a1a',
  /** Second text: counts, notes. 7:1 on white. */
  quiet: '#595959',
  /** Edges of boxes. */
  edge: '#6f6f6f',
  /** Rules of tables, and lines that only lead the eye. */
  rule: '#c4c4c4',
  /** What carries the result: the last proposition, the last count. 6.5:1 on white, dark in greyscale. */
  accent: '#245c86',
  /** Bands behind boxes. */
  band: '#f2f2ef',
  /** Inside boxes, so that lines behind them do not show through. */
  paper: '#ffffff',
} as const;

export type Paint = keyof typeof palette;

const paints = Object.keys(palette) as Paint[];

/**
 * The figure's own style sheet. Colours stand as plain attributes first, for programs that know no custom properties;
 * `@supports` keeps them from this part, since some take a value they cannot read for black.
 */
export function styleSheet(): string {
  const rules = paints.map(
    (paint) =>
      `.throughline-figure .fill-${paint}{fill:var(--figure-${paint},${palette[paint]})}` +
      `.throughline-figure .stroke-${paint}{stroke:var(--figure-${paint},${palette[paint]})}`,
  );
  return `@supports (fill:var(--figure-ink)){${rules.join('')}}`;
}
