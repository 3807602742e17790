import { type PersonId, asId, rooms, see } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { reportHtml } from './report-html.js';
import { reviewOf, small, texts } from './testing/small-review.js';

const review = reviewOf(small);
const context = { people: { ada: 'Ada <b>' }, textsOf: texts };
const page = reportHtml(review, context);

const ids = (text: string): string[] => [...text.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1] ?? '');

describe('the report as a page', () => {
  it('escapes all text from outside', () => {
    expect(page).toContain('<h1>Doorways &amp; &lt;thresholds&gt;</h1>');
    expect(page).toContain('1. Berg B. A door &lt;wide&gt;.');
    expect(page).toContain('Ada &lt;b&gt; (lead)');
    expect(page).not.toMatch(/<(wide|opens|thresholds)>/);
  });

  it('keeps every letter of a label, a dollar sign too', () => {
    const named = reviewOf(
      [['construct', 'costs', { name: "Costs $' and $& and $1", order: 9, concepts: [] }]],
      review,
    );
    const figure =
      /<figure id="figure-line-of-argument">[\s\S]*?<\/figure>/.exec(reportHtml(named, context))?.[0] ?? '';
    expect(figure).toMatch(/<rect class="place"[^>]*><title>[^<]*Costs \$&#39; and \$&amp; and \$1/);
    expect(figure.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('has a place for everything that a link leads to', () => {
    const places = new Set(ids(page));
    const leads = [...page.matchAll(/href="#([^"]*)"/g)].map((found) => found[1] ?? '');
    expect(leads.length).toBeGreaterThan(60);
    expect(leads.filter((lead) => !places.has(lead))).toEqual([]);
  });

  it('gives every place one id', () => {
    const all = ids(page);
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  });

  it('walks from a claim to its record by links alone', () => {
    const claim = /<li id="claims-cited"[\s\S]*?<\/li>/.exec(page)?.[0] ?? '';
    expect(claim).toContain('<a href="#reports-berg-a" data-on="read.reports" data-id="berg-a">Berg 2019a</a>');
    const entry = /<tr id="reports-berg-a"[\s\S]*?<\/tr>/.exec(page)?.[0] ?? '';
    expect(entry).toContain('href="#records-list.1"');
    expect(page).toContain('<section id="records-list.1" data-on="gather.records" data-id="list.1">');
  });

  it('puts a link over every box of the figures', () => {
    const figure = /<figure id="figure-line-of-argument">[\s\S]*?<\/figure>/.exec(page)?.[0] ?? '';
    expect(figure).toMatch(/<a href="#propositions-p1"[^>]* data-on="synthesise.propositions" data-id="p1">/);
    expect(figure).toMatch(/<a href="#constructs-threshold"/);
    expect(figure).not.toContain('role="img"');
    expect(figure).toContain('<title id=');
    expect(figure).toContain('<desc id=');
  });

  it('is the same every time', () => {
    expect(reportHtml(review, context)).toBe(page);
    expect(page).not.toMatch(new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT`));
    expect(reportHtml(review, { ...context, generatedAt: '2024-02-03T04:05:06.000Z' })).toContain(
      'Made on 2024-02-03T04:05:06.000Z.',
    );
  });

  it('asks for nothing from anywhere', () => {
    expect(page).not.toMatch(/<(link|img|iframe|script)\b/);
    expect(page).not.toMatch(/url\(|@import|src=/);
  });

  it('carries the reader, and a review that cannot end its script', () => {
    const script = 'document.title = "</script><b>";';
    const read = reportHtml(review, { ...context, reader: { script, style: '.pane{}</style>' } });
    expect(read).toContain('document.title = "<\\/script><b>";');
    expect(read).toContain('.pane{}<\\/style>');
    const data = /<script type="application\/json" id="review">([\s\S]*?)<\/script>/.exec(read)?.[1] ?? '';
    expect(data).not.toContain('<');
    expect(JSON.parse(data).floor.about.shelf[0][1].title).toBe('Doorways & <thresholds>');
  });

  it('[L8] holds no private draft', () => {
    const read = reportHtml(review, { ...context, reader: { script: '', style: '' } });
    expect(read).not.toContain('A secret thought');
  });

  it('is made of a review of which only some rooms are open', () => {
    for (const { name } of rooms) {
      const opened = reviewOf([['room-opening', 'o', { room: name }]], review);
      const seen = see(opened, { person: asId<PersonId>('cem'), role: 'commenter' });
      const part = reportHtml(seen, context);
      expect(part).toContain('<h1>Doorways &amp; &lt;thresholds&gt;</h1>');
      expect(part.length).toBeLessThan(page.length);
    }
  });
});
