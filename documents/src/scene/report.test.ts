import { describe, expect, it } from 'vitest';
import { reviewOf, small, texts } from '../testing/small-review.js';
import { type Item, type Report, allSections, plain } from './blocks.js';
import { reportOf } from './report.js';

const people = { ada: 'Ada' };
const review = reviewOf(small);
const report = reportOf(review, { people, textsOf: texts });

const section = (id: string, of: Report = report) => {
  const found = allSections(of.sections).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};

const items = (id: string): Item[] => section(id).blocks.flatMap((block) => (block.is === 'list' ? block.items : []));
const said = (id: string): string =>
  allSections([section(id)])
    .flatMap(({ title, blocks }) => [title, ...blocks.map(textOf)])
    .join('\n');

function textOf(block: (typeof report.lead)[number]): string {
  switch (block.is) {
    case 'paragraph':
      return plain(block.line);
    case 'list':
      return block.items
        .map(({ line, under = [] }) => [line, ...under.map((each) => each.line)].map(plain).join(' / '))
        .join('\n');
    case 'table':
      return block.rows.map(({ cells }) => cells.map(plain).join(' | ')).join('\n');
    case 'facts':
      return block.facts.map(({ term, said: lines }) => `${term}: ${lines.map(plain).join(' / ')}`).join('\n');
    default:
      return '';
  }
}

describe('the report of a review', () => {
  it('goes through the method in its order', () => {
    expect(report.sections.map(({ id }) => id)).toEqual([
      'plan',
      'search',
      'flow',
      'included',
      'reading',
      'translation',
      'contributions',
      'findings',
      'argument',
      'check',
      'stated',
      'references',
      'records',
    ]);
  });

  it('says that an invented review is invented', () => {
    expect(report.banner).toContain('made up');
    const real = reviewOf(
      small.map(([thing, id, fields]) => [thing, id, thing === 'review' ? { title: 'Doors' } : fields]),
    );
    expect(reportOf(real, { people }).banner).toBeUndefined();
  });

  it('counts evidence in reports and in studies', () => {
    expect(said('constructs-threshold')).toContain('Rests on 3 reports · 2 studies*');
    expect(report.lead.map(textOf).join('\n')).toContain('3 reports that describe 2 studies*');
  });

  it('sets a stated number beside the held one', () => {
    expect(said('included')).toContain('Abstract states 3; the review holds 2.');
    expect(said('stated')).toContain('studies included | 3 | Abstract | 2');
  });

  it('makes each claim a sentence with citations and grade', () => {
    expect(items('constructs-threshold').map(({ line }) => plain(line))).toEqual([
      'Doors open. (Berg 2019a; Berg 2019b, p. 44: it <opens>) locator',
      'Nobody says so. (Cole 2019, p. 4: nobody told us what the job was; Dunn 2019 not included, cited as background) passage',
    ]);
    expect(said('levels-house')).toContain('Doors are good. (no citation) unsupported');
  });

  it('dresses words by whose they are', () => {
    const [, marked] = items('constructs-threshold');
    expect(marked?.line).toContainEqual({ as: 'participants-words', text: 'nobody told us what the job was' });
    const reading = section('reading').blocks.flatMap((block) => (block.is === 'table' ? block.rows : []));
    expect(reading.flatMap(({ cells }) => cells.flat())).toContainEqual({
      as: 'authors-words',
      text: 'an unwritten role',
    });
  });

  it('leads from claim to report to record', () => {
    const [cited] = items('constructs-threshold');
    expect(cited?.line).toContainEqual({ as: 'link', text: 'Berg 2019a', to: { on: 'read.reports', id: 'berg-a' } });
    const rows = section('included').blocks.flatMap((block) => (block.is === 'table' ? block.rows : []));
    const entry = rows.find(({ about }) => about?.id === 'berg-a');
    expect(entry?.cells.flat()).toContainEqual({
      as: 'link',
      text: 'record 1',
      to: { on: 'gather.records', id: 'list.1' },
    });
    expect(said('records-list.1')).toContain('Record 1 of doors.txt, line 1, from Index of Doors.');
    expect(section('records-list.1').blocks).toContainEqual({
      is: 'source-lines',
      from: 1,
      text: texts.get('list.1')?.raw,
    });
  });

  it('marks what a proposition rests on as inferred', () => {
    expect(said('argument')).toContain(
      'A door is a promise. Rests on 3 reports · 2 studies* / Rests on: The house, what it rests on is our inference',
    );
  });

  it('gives the reason of an inference where it is known', () => {
    const reasons = new Map([['c-study-berg', 'One author, one town.']]);
    expect(said('included')).not.toContain('One author');
    expect(textOf(section('included', reportOf(review, { people, reasons })).blocks[1] as never)).toContain(
      'One author, one town.',
    );
  });

  it('asks what a careful reader would ask', () => {
    expect(said('check')).toContain('Abstract states 3 for studies included; the review holds 2.');
    expect(said('check')).toContain('This claim cites nothing: Doors are good. See the claim.');
  });

  it('says of a review without documents that it holds none', () => {
    const bare = reviewOf(small.slice(0, 3));
    const empty = reportOf(bare, { people });
    for (const id of ['plan', 'search', 'included', 'reading', 'translation', 'findings', 'argument', 'records']) {
      expect(
        section(id, empty).blocks.some((block) => block.is === 'paragraph' && block.role === 'absence'),
        id,
      ).toBe(true);
    }
  });

  it('names nobody whose card was withdrawn', () => {
    expect(textOf(section('plan', reportOf(review, { people: {} })).blocks.at(-1) as never)).toContain(
      'a person whose name was withdrawn (lead)',
    );
  });
});
