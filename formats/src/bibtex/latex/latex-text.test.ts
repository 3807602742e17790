import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldText } from '../../text/field-text.js';
import { escaped } from './escaped.js';
import { latexText } from './latex-text.js';

describe('LaTeX as text', () => {
  it.each([
    [String.raw`\'e \'{e} {\'e} {\'{e}} \"o \^a \~n \=u \.z`, 'é é é é ö â ñ ū ż'],
    [String.raw`\v{c} \v c \c c \c{s} \H o \k{a} \r{u} \u{g} \d{h} \b{k} \t{oo}`, 'č č ç ş ő ą ů ğ ḥ ḵ o͡o'],
    [String.raw`\'\i \'{\i} \"{\i} {\'{\i}} \~{\^e} \~{\^o}`, 'íí ï í ễ ỗ'],
    [
      String.raw`Stra\ss e, stra{\ss}e, \O re, {\ae}, \L \'od\'z, \AA{} b, \th, \dh`,
      'Straße, straße, Øre, æ, Łódź, Å b, þ, ð',
    ],
    ["1--2, a---b, ``quoted'', `single', -----", "1–2, a—b, “quoted”, `single', -----"],
    ['Fig.~1, of ~50, (~3), end~', 'Fig. 1, of ~50, (~3), end~'],
    [String.raw`\& \% \_ \# \$ \{ \} \textbackslash{} \textasciitilde \textless{}3`, '& % _ # $ { } \\ ~<3'],
    [
      String.raw`{The} {UK} \textit{Natrix \textbf{cetti}} \emph{x}\textsuperscript{2} {\em old} {\bf b}`,
      'The UK Natrix cetti x2 old b',
    ],
    [
      String.raw`$p < 0.05$, $\alpha$, H$_{2}$O, 10$^{-3}$, $n$ of 5, $\frac{1}{2}$`,
      'p < 0.05, α, H2O, 10^-3, n of 5, 1/2',
    ],
    ['$5 and $10, US$5-$7, cost in $', '$5 and $10, US$5-$7, cost in $'],
    [String.raw`\url{http://a.b/c_d--e~f} \href{http://x.y}{here} \enquote{said}`, 'http://a.b/c_d--e~f here “said”'],
    [
      String.raw`\unheardof{x} C:\temp \noopsort{1973}1974 a\\b D\\'ecor`,
      String.raw`\unheardof{x} C:\temp 1974 a b Décor`,
    ],
    [String.raw`the \"old\" way, don\'t`, 'the "old" way, don\'t'],
    ['two\n    lines\n\n and a  gap', 'two lines and a gap'],
    [String.raw`\ldots{} \textendash\ \copyright{} 5\,000 \TeX\ \quad x`, '… – © 5 000 TeX  x'],
    ['\\', '\\'],
    [String.raw`\'`, "'"],
    [String.raw`\c`, String.raw`\c`],
    ['{{{', ''],
  ])('%s', (source, shown) => {
    expect(latexText(source)).toBe(shown);
  });

  it('parts paragraphs at blank lines and behind sentences', () => {
    expect(latexText('One\n  goes on.\nTwo: here.\n\nThree\n\n\nFour', 'paragraphs')).toBe(
      'One goes on.\nTwo: here.\nThree\n\nFour',
    );
  });

  it('leaves addresses as they are', () => {
    expect(latexText(String.raw`http://a.b/~c--d?x=$1\_{\%}20`, 'address')).toBe('http://a.b/~c--d?x=$1_%20');
  });

  it('reads what was escaped as what it was', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 {}\\%&#_$~^-`\'".;\téß–') }).map((each) => fieldText(each));
    fc.assert(
      fc.property(text, (each) => {
        expect(latexText(escaped(each))).toBe(each);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads hostile text in time that grows with its length', () => {
    for (const piece of ['\\frac{', '$', "\\'{", '{', '\\a{', '\\url{', '--', '\\', '\\vphantom{', '\\~', '"`~$_^']) {
      const text = piece.repeat(200_000 / piece.length);
      expect(latexText(text, 'paragraphs').length).toBeLessThanOrEqual(2 * text.length);
    }
  }, 10_000);
});
