import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webText } from './web-text.js';

describe('text from the web', () => {
  it.each([
    ['Care &amp; cure', 'Care & cure'],
    ['&amp;lt;', '&lt;'],
    ['&#8220;Home&#x201D; &#X2013; caf&eacute;', '“Home” – café'],
    ['&Alpha;&omega; &sigmaf; &le; 5 &hellip;', 'Αω ς ≤ 5 …'],
    ['nurses&#146; work', 'nurses’ work'],
    ['&nbsp;Between&nbsp;words&nbsp;', 'Between\u00a0words'],
    ['one&#10;two', 'one two'],
    ['<i>E. coli</i> &lt;5', '<i>E. coli</i> <5'],
    ['Cafe\u0301 &amp; e&#769;', 'Café & é'],
  ])('%j reads %j', (written, read) => {
    expect(webText(written)).toBe(read);
  });

  it.each(['AT&T', 'R&D; or not', 'a & b; c', '&unheardof;', '&#;', '&#x110000;', '&#xD800;', '&#0;', '&;', '&amp'])(
    '%j stays as it is',
    (text) => {
      expect(webText(text)).toBe(text);
    },
  );

  it('decodes what was encoded once, and no more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'&;#x1lt amp<>"é') }), (text) => {
        const encoded = text.replace(/[&<>"é]/g, (mark) => `&#${mark.charCodeAt(0)};`);
        expect(webText(encoded)).toBe(text.trim());
      }),
    );
  });
});
