import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../ids.js';
import { fullRange } from './pages.js';
import type { Reference } from './reference.js';
import { type OfWork, type Shown, shownReference } from './shown.js';

const of = (record: string, said: Partial<Reference>, corrected?: OfWork['corrected']): OfWork => ({
  record: asId(record),
  reference: { type: 'article', authors: [], keywords: [], tags: [], ...said },
  ...(corrected === undefined ? {} : { corrected }),
});
const show = (...said: Partial<Reference>[]): Shown => shownReference(said.map((each, at) => of(`r.${at + 1}`, each)));

describe('the title that is shown', () => {
  const title = (...titles: string[]) => show(...titles.map((each) => ({ title: each }))).shown.title;

  it('is in small letters, whole, and without tags', () => {
    const good = 'Volunteering in repair cafés: a qualitative study';
    expect(title('VOLUNTEERING IN REPAIR CAFES: A QUALITATIVE STUDY', good)).toBe(good);
    expect(title(good, 'Volunteering in <i>repair</i> caf&eacute;s: a qualitative study')).toBe(good);
    expect(title('Volunteering in repair cafés: a qual…', good)).toBe(good);
    expect(show({ title: 'Volunteering in repair', cut: ['title'] }, { title: good }).shown.title).toBe(good);
  });

  it('is what most say, and cut where all are', () => {
    expect(title('Repair cafés', 'Repair cafes.', 'Repair cafés [Internet]')).toBe('Repair cafes.');
    const cut = show({ title: 'Volunteering in', cut: ['title', 'abstract'] });
    expect(cut.shown).toMatchObject({ title: 'Volunteering in', cut: ['title'] });
  });
});

describe('the abstract that is shown', () => {
  it('is the longest whole one that is no notice and no placeholder', () => {
    const whole = 'Background: people repair things together. Methods: interviews.';
    const notice =
      'Copyright of the Journal of Things is the property of its publisher and may not be copied or emailed.';
    const { shown, from } = show(
      { abstract: `${whole} Results: they talk about many other things as well…` },
      { abstract: whole },
      { abstract: notice },
      { abstract: '[No abstract available]' },
      { abstract: 'NA' },
    );
    expect(shown.abstract).toBe(whole);
    expect(from.abstract).toBe('r.2');
    expect(show({ abstract: 'NA' }, { abstract: notice }).shown).not.toHaveProperty('abstract');
  });
});

describe('the authors that are shown', () => {
  it('are the fullest list, with names in full', () => {
    const initials = ['Okafor N', 'Hale B', 'Ito K'];
    const full = ['Okafor, Ngozi', 'Hale, Bea', 'Ito, Kenji'];
    const cut = ['Okafor, Ngozi', 'Hale, Bea', 'Ito, Kenji', 'Moreau, Anne'];
    expect(show({ authors: initials }, { authors: full }).shown.authors).toEqual(full);
    const shown = show({ authors: cut, etAl: true }, { authors: initials }, { authors: ['Anonymous'] }).shown;
    expect(shown.authors).toEqual(initials);
    expect(shown).not.toHaveProperty('etAl');
    expect(show({ authors: cut, etAl: true }).shown.etAl).toBe(true);
  });
});

describe('where it was published', () => {
  it('is shown of the work in print, taken together', () => {
    const early = { year: 2019, pages: '1-10', journal: 'J. Rep. Stud.' };
    const print = { year: 2020, volume: '5', issue: '2', pages: '1008-12', journal: 'Journal of Repair Studies' };
    const { shown, from } = show(early, early, print);
    expect(shown).toMatchObject({ ...print, pages: '1008-1012' });
    expect(from).toMatchObject({ year: 'r.3', volume: 'r.3', pages: 'r.3', journal: 'r.3' });
  });

  it('has the volume of the year that is shown, where two works in print were grouped', () => {
    const first = { year: 2018, volume: '3', pages: '11-20' };
    const second = { year: 2020, volume: '5', pages: '31-40' };
    expect(show(first, second, { year: 2020, volume: '5' }).shown).toMatchObject(second);
  });

  it('has a journal that is spelt out', () => {
    const name = (...journals: string[]) => show(...journals.map((journal) => ({ journal }))).shown.journal;
    expect(name('BMC Pub Hlth', 'BMC Pub Hlth', 'BMC Public Health')).toBe('BMC Public Health');
    expect(name('J Clin Epidemiol', 'JOURNAL OF CLINICAL EPIDEMIOLOGY', 'Journal of Clinical Epidemiology')).toBe(
      'Journal of Clinical Epidemiology',
    );
    expect(name('Lancet', 'Lancet', 'The Lancet')).toBe('Lancet');
  });

  it('has pages from the first to the last', () => {
    const pages = (...said: string[]) => show(...said.map((each) => ({ pages: each }))).shown.pages;
    expect(pages('404', '404–15')).toBe('404–415');
    expect(pages('404-415', '404')).toBe('404-415');
    expect(pages('n/a', 'e12')).toBe('e12');
    for (const as of ['e487–94|e487–494', 'S40-S2|S40-S42', '12-9|12-19', '99-5|99-5', '40-52|40-52', 'iv|iv']) {
      const [given = '', full] = as.split('|');
      expect(fullRange(given)).toBe(full);
    }
  });
});

describe('what others call it by', () => {
  it('is a DOI that has the shape of one, as most say it', () => {
    const dois = ['10.1000/wrong', '10.1000/right', '10.1000/RIGHT', 'doi unknown', '10.1000'];
    expect(show(...dois.map((doi) => ({ doi }))).shown.doi).toBe('10.1000/right');
    expect(show({ doi: 'see print' }).shown).not.toHaveProperty('doi');
  });

  it('keeps an accession number with its database', () => {
    const { shown } = show({ accession: '7' }, { accession: 'WOS:1', database: 'WoS' }, { database: 'MEDLINE' });
    expect(shown).toMatchObject({ accession: 'WOS:1', database: 'WoS' });
  });

  it('has every keyword once', () => {
    const { shown, from } = show({ keywords: ['Repair'] }, { keywords: ['repair', 'Cafés', 'NA'] });
    expect(shown.keywords).toEqual(['Repair', 'Cafés']);
    expect(from.keywords).toBe('r.2');
  });
});

describe('a work that is shown', () => {
  it('takes what somebody corrected before all else', () => {
    const sources = [of('r.1', { year: 2020, volume: '5' }), of('r.2', { year: 2020, volume: '5' })];
    const corrected = of('r.3', { year: 2019, title: 'X' }, ['year', 'title']);
    expect(shownReference([...sources, corrected])).toMatchObject({
      shown: { year: 2019, title: 'X', volume: '5' },
      from: { year: 'r.3', volume: 'r.1' },
    });
    expect(shownReference([]).shown).toEqual({ type: 'other', authors: [], keywords: [], tags: [] });
  });

  const text = fc.constantFrom(
    'A',
    'a title',
    'A TITLE OF MANY WORDS',
    'A title of many words',
    'NA',
    'Café…',
    '<b>b</b>',
  );
  const reference = fc.record(
    {
      title: text,
      abstract: text,
      journal: text,
      authors: fc.array(text, { maxLength: 3 }),
      keywords: fc.array(text, { maxLength: 3 }),
      year: fc.constantFrom(2019, 2020),
      volume: fc.constantFrom('1', '2'),
      pages: fc.constantFrom('1-9', '11-9', '11'),
      doi: fc.constantFrom('10.1000/a', '10.1000/b', 'x'),
      type: fc.constantFrom<Reference['type']>('article', 'other', 'conference'),
      cut: fc.subarray<'title' | 'abstract'>(['title', 'abstract']),
    },
    { requiredKeys: [] },
  );

  it('is the same whatever the order of its records, and says where each field is from', () => {
    fc.assert(
      fc.property(fc.array(reference, { minLength: 1, maxLength: 5 }), fc.nat(), (references, turn) => {
        const records = references.map((said, at) => of(`r.${at}`, said));
        const shown = shownReference(records);
        const at = turn % records.length;
        expect(shownReference([...records.slice(at), ...records.slice(0, at)].reverse())).toEqual(shown);
        for (const [field, record] of Object.entries(shown.from)) {
          const own = records.find((each) => each.record === record)?.reference[field as 'title'];
          const value = shown.shown[field as 'title'];
          if (field === 'pages') expect(value).toBe(fullRange(own ?? ''));
          else if (field === 'keywords') expect(value?.length).toBeGreaterThan(0);
          else expect(value).toEqual(own);
        }
      }),
    );
  });
});
