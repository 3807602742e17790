import { describe, expect, it } from 'vitest';
import { xmlFault } from '../gallery/faults.js';
import type { Mark } from './drawing.js';
import { svgDocument } from './svg.js';

const named = { name: 'test', title: 'A < B & "C"', description: 'It’s all', language: 'en' };
const draw = (...marks: Mark[]) => svgDocument({ width: 100, height: 50.126, marks }, named);
const text = (says: string): Mark => ({
  mark: 'text',
  text: says,
  x: 1,
  y: 10,
  size: 12,
  anchor: 'start',
  paint: 'ink',
});

describe('an SVG document', () => {
  it('stands alone, with its size and its name', () => {
    const svg = draw();
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).toContain('viewBox="0 0 100 50.13"');
    expect(svg).toContain('aria-labelledby="figure-test-title figure-test-description"');
    expect(svg).toContain('<title id="figure-test-title">A &lt; B &amp; &quot;C&quot;</title>');
  });

  it('never lets text become markup', () => {
    const svg = draw(text('</text><script>alert("1")</script> & \u0001'));
    expect(svg).not.toContain('<script');
    expect(xmlFault(svg)).toBeUndefined();
  });

  it('escapes ids and labels of things', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const svg = draw({
      mark: 'thing',
      ref: { on: 'read.reports', id: 'a"><b' },
      label: '<i>',
      box,
      marks: [text('x')],
    });
    expect(svg).toContain('data-id="a&quot;&gt;&lt;b"');
    expect(svg).toContain('<title>&lt;i&gt;</title>');
    expect(xmlFault(svg)).toBeUndefined();
  });

  it('paints without custom properties, and leaves them to programs that know them', () => {
    const svg = draw(text('x'));
    expect(svg).toContain('class="fill-ink" fill="#1a1a1a"');
    expect(svg.replace(/@supports \(.*\}\}/s, '')).not.toContain('var(');
  });
});

describe('xmlFault', () => {
  it.each(['<a>', '<a></b>', '<a b="1></a>', '<a>&nbsp;</a>', '<a>\u0007</a>', '<a b="&"/>', '</a>'])(
    'finds what is wrong with %j',
    (xml) => {
      expect(xmlFault(xml)).toBeDefined();
    },
  );

  it('takes well-formed text as it is', () => {
    expect(xmlFault('<a b="1 &lt; 2"><c/>x &amp; y</a>\n')).toBeUndefined();
  });
});
