import { describe, expect, it } from 'vitest';
import { titleLikeness } from './title-likeness.js';
import { titleOf } from './title.js';

const words = (title: string): string => titleOf(title).forms[0]?.text ?? '';

describe('a title taken apart', () => {
  const left: readonly (readonly [string, string, string])[] = [
    ['marks over letters and signs between', 'Über «Café» – a naïve Study', 'uber cafe a naive study'],
    ['HTML that was left in', 'Trust<sup>2</sup> &amp; <i>hope</i>', 'trust2 hope'],
    ['notes of language and references', 'Trust in care. [Review] [16 refs] [Romanian]', 'trust in care'],
    ['the place behind it', 'Trust in care... N Engl J Care. 2009 Jan 29;360(5):544-6', 'trust in care'],
    [
      'a note of an erratum with brackets in it',
      'Trust in care.[Erratum appears in J Care. 2009;9(9):22 [Lee, P added]]',
      'trust in care',
    ],
    ['British spelling', 'Behaviour in paediatric centres', 'behavior in pediatric centers'],
    ['Greek letters', 'β-blockers', 'beta blockers'],
    ['numbers in words', 'Three constructors of trust, part II', '3 constructors of trust part 2'],
    [
      'names of things in the language',
      'A constructor of toString &constructor;',
      'a constructor of tostring constructor',
    ],
  ];
  for (const [what, title, rest] of left)
    it(`leaves out or writes one way ${what}`, () => expect(words(title)).toBe(rest));

  const marks: readonly (readonly [string, string | undefined])[] = [
    ['Erratum: Trust in care', 'correction'],
    ['Corrigendum to "Trust in care"', 'correction'],
    ['RETRACTED: Trust in care', 'correction'],
    ['Trust in care - Reply', 'reply'],
    ["The authors' response to Trust in care", 'reply'],
    ['Comment on "Trust in care"', 'reply'],
    ['Response to rehabilitation after stroke', undefined],
    ['Commentary in everyday talk', undefined],
  ];
  for (const [title, mark] of marks)
    it(`finds ${mark ?? 'no mark'} in ${title}`, () => expect(titleOf(title).mark).toBe(mark));

  it('is done with a hostile title at once', () => {
    const hostile = `Trust (a ${'1'.repeat(60)} \u00a7 ${'in and '.repeat(40)}(${'('.repeat(40)}`;
    expect(titleOf(hostile).forms).toHaveLength(1);
    for (const sign of [' ', '.', '(', '-', '[a'])
      expect(titleOf(`Trust ${sign.repeat(50_000)} x`).forms).toHaveLength(1);
  });

  it('knows headings that stand over many works', () => {
    const headings = [
      'Editorial',
      'Book reviews',
      'Introduction to the special issue on trust',
      'Editorial notes, 2008',
    ];
    expect(headings.map((title) => titleOf(title).heading)).toEqual([true, true, true, true]);
    expect(titleOf('Trust in care').heading).toBe(false);
  });

  it('says nothing of a placeholder', () => {
    expect(['NA', '[No title available]', 'Untitled'].map((title) => titleOf(title).forms)).toEqual([[], [], []]);
  });
});

describe('how two titles stand', () => {
  const cases: readonly (readonly [string, string, string, string?])[] = [
    ['Trust in health care', 'Trust in healthcare', 'same'],
    ['Experiences of p16INK4a testing', 'Experiences of p16(INK4a) testing', 'same'],
    ['The persistance of trust', 'The persistence of trust', 'same'],
    ['Trust in the care of women', 'Trust in care of women', 'nearly'],
    ['Trust, hope and time', 'Trust, hope and time: a study of nurses', 'longer'],
    ['Trust in type 1 diabetes care', 'Trust in type 2 diabetes care', 'alike', 'number'],
    ['The city and its menders, part I', 'The city and its menders, part II', 'alike', 'number'],
    ['Trust in care among the women of the north', 'Trust in care among the men of the north', 'alike', 'word'],
    ['Exercise for low mood', 'Exercise for low mood (protocol)', 'alike', 'word'],
    ['Trust in care', 'The soldering iron', 'other'],
  ];
  for (const [one, other, level, changed] of cases) {
    it(`finds ${level} ${changed ?? ''} for ${one} / ${other}`, () => {
      const found = titleLikeness(titleOf(one), titleOf(other));
      expect([found.level, found.changed]).toEqual([level, changed]);
    });
  }
});
