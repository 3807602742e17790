import { describe, expect, it } from 'vitest';
import { pageAt, printedPages } from './printed-pages.js';

describe('the printed pages of a text', () => {
  it('are named by page lines', () => {
    const text = 'A title\n[page 211]\nOne.\n[page e493]\nTwo.\n';
    expect(printedPages(text)).toEqual([
      { from: 8, printed: '211' },
      { from: 24, printed: 'e493' },
    ]);
  });

  it('count code points, not UTF-16 units', () => {
    expect(printedPages('[page 1]\n🌱🌱\n[page 2]\n')).toEqual([
      { from: 0, printed: '1' },
      { from: 12, printed: '2' },
    ]);
  });

  it.each([
    ['line ends of another system', 'a\r\n[page xiv]\r\nb', [{ from: 3, printed: 'xiv' }]],
    ['blanks and capitals', 'a\n  [Page  12 ]  \nb', [{ from: 2, printed: '12' }]],
    ['page words inside a sentence', 'as said on [page 3] above', []],
    ['a page line that never ends', `[page ${' '.repeat(100_000)}`, []],
    ['an empty text', '', []],
  ])('bear %s', (_, text, pages) => {
    expect(printedPages(text)).toEqual(pages);
  });

  it('are counted from form feeds where no line names them', () => {
    expect(printedPages('one\ftwo\fthree\f\n')).toEqual([
      { from: 0, printed: '1' },
      { from: 4, printed: '2' },
      { from: 8, printed: '3' },
    ]);
  });

  it('follow page lines where a text has both', () => {
    expect(printedPages('\f[page 7]\nx\f[page 8]\n').map(({ printed }) => printed)).toEqual(['7', '8']);
  });
});

describe('the page of a place', () => {
  const pages = printedPages('Title\n[page 5]\nwords\n[page 6]\nmore');

  it('is the last page that began before it', () => {
    expect(pageAt(pages, 16)).toBe('5');
    expect(pageAt(pages, 30)).toBe('6');
  });

  it('is unknown before the first page', () => {
    expect(pageAt(pages, 0)).toBeUndefined();
    expect(pageAt([], 3)).toBeUndefined();
  });
});
