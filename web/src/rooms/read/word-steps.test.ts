import { describe, expect, it } from 'vitest';
import { type Step, type Stretch, stepTo, wordsOf } from './word-steps.js';

const text = '🫖 one two\nthree four\n\nfive';
const words = wordsOf(text);
const said = (stretch: Stretch | undefined) => stretch && [...text].slice(stretch.from, stretch.to).join('');
const walk = (...keys: (Step | `+${Step}`)[]) =>
  said(
    keys.reduce<Stretch | undefined>(
      (chosen, key) => stepTo(words, chosen, key.replace('+', '') as Step, key.startsWith('+')),
      undefined,
    ),
  );

describe('an arrow key', () => {
  it('begins at the first word and goes from word to word', () => {
    expect(walk('ArrowRight')).toBe('🫖');
    expect(walk('ArrowRight', 'ArrowRight', 'ArrowRight')).toBe('two');
    expect(walk('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toBe('one');
  });

  it('goes to the beginning of a line', () => {
    expect(walk('ArrowRight', 'ArrowRight', 'ArrowDown')).toBe('three');
    expect(walk('ArrowRight', 'ArrowDown', 'ArrowDown')).toBe('five');
    expect(walk('ArrowRight', 'ArrowDown', 'ArrowUp')).toBe('🫖');
  });

  it('takes in more with Shift, and less again, never nothing', () => {
    expect(walk('ArrowRight', 'ArrowRight', '+ArrowRight', '+ArrowRight')).toBe('one two\nthree');
    expect(walk('ArrowRight', 'ArrowRight', '+ArrowRight', '+ArrowLeft', '+ArrowLeft')).toBe('one');
    expect(walk('ArrowRight', '+ArrowDown')).toBe('🫖 one two\nthree');
  });

  it('stays at the ends of the text', () => {
    expect(walk('ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown')).toBe('five');
    expect(walk('ArrowRight', 'ArrowLeft', 'ArrowUp')).toBe('🫖');
    expect(stepTo(wordsOf(' \n '), undefined, 'ArrowRight', false)).toBeUndefined();
  });
});
