/** A stretch of a text in code points; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Every word of a text, and for each the line it stands on, counted from 0. */
export interface TextWords {
  readonly words: readonly (Stretch & { readonly line: number })[];
}

/** Cuts a text into words at its blanks. */
export function wordsOf(text: string): TextWords {
  const words: (Stretch & { line: number })[] = [];
  let [at, line, from] = [0, 0, -1];
  for (const point of `${text} `) {
    const blank = point.trim() === '';
    if (!blank && from < 0) from = at;
    if (blank && from >= 0) {
      words.push({ from, to: at, line });
      from = -1;
    }
    if (point === '\n') line += 1;
    at += 1;
  }
  return { words };
}

const steps = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const;
export type Step = (typeof steps)[number];
export const isStep = (key: string): key is Step => (steps as readonly string[]).includes(key);

/**
 * Where an arrow key leads: to the next or last word, or to the first word of the next or last line; with Shift the
 * stretch keeps its beginning and takes in more, or less. Undefined where there is nothing to choose.
 */
export function stepTo(
  { words }: TextWords,
  chosen: Stretch | undefined,
  key: Step,
  more: boolean,
): Stretch | undefined {
  const [first] = words;
  if (chosen === undefined || first === undefined) return first;
  const start = Math.max(
    0,
    words.findIndex(({ to }) => to > chosen.from),
  );
  const end = Math.max(
    start,
    words.findLastIndex(({ from }) => from < chosen.to),
  );
  const moved = words[atStep(words, more ? end : key === 'ArrowLeft' || key === 'ArrowUp' ? start : end, key)];
  const anchor = words[start];
  if (moved === undefined || anchor === undefined) return chosen;
  if (!more) return { from: moved.from, to: moved.to };
  return moved.from < anchor.from ? { from: anchor.from, to: anchor.to } : { from: anchor.from, to: moved.to };
}

function atStep(words: TextWords['words'], at: number, key: Step): number {
  const line = words[at]?.line ?? 0;
  if (key === 'ArrowRight') return Math.min(words.length - 1, at + 1);
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  const other =
    key === 'ArrowDown' ? words.find((each) => each.line > line) : words.findLast((each) => each.line < line);
  if (other === undefined) return key === 'ArrowDown' ? words.length - 1 : 0;
  return words.findIndex((each) => each.line === other.line);
}
