import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Format } from '../contract.js';
import { FormatProblem } from '../problem.js';
import { docx, recogniseFormat } from '../recognise.js';
import { foundIn, recordsOf } from '../testing/found-in.js';
import { field, inList, numberedList, paragraph, wordDocument } from '../testing/word-document.js';

const first = 'Okafor C, Lindqvist M. Being parked. Br J Invented Med 2018;68:e487-94.';
const second = 'Hill B. The book of rooms. London: Hillside Press, 1988.';
const third = 'Sato E. Corridors that speak. Corridor Stud 2021;3:4-9.';

const rawOf = async (bytes: Uint8Array, format: Format = docx) =>
  recordsOf(await foundIn(format, bytes)).map(({ number, raw }) => ({ number, raw }));

describe('Word documents', () => {
  it('are known by their first entries', () => {
    const bytes = wordDocument(paragraph('References'));
    expect(recogniseFormat(bytes)).toBe(docx);
    expect(recogniseFormat(strToU8('word/document.xml'))).not.toBe(docx);
  });

  it.each([
    ['%1.', '1. '],
    ['[%1]', '[1] '],
  ])('get the numbers back that Word counts by %s', async (pattern, printed) => {
    const list = [first, second, third].map((text) => paragraph(text, inList('7'))).join('');
    const bytes = wordDocument(paragraph('References') + list, { 'word/numbering.xml': numberedList(pattern) });
    expect((await rawOf(bytes)).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await rawOf(bytes))[0]?.raw).toBe(`${printed}${first}`);
  });

  it('get the numbers back that a style counts', async () => {
    const list = [first, second, third].map((text) => paragraph(text, '<w:pStyle w:val="Refs"/>')).join('');
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Refs"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`;
    const others = { 'word/numbering.xml': numberedList('%1.'), 'word/styles.xml': styles };
    expect(await rawOf(wordDocument(paragraph('References') + list, others))).toHaveLength(3);
  });

  it('show a text once, and nothing that was taken out', async () => {
    const typed = (number: number, text: string) => paragraph(`${number}. ${text}`);
    const moved = `<w:moveFrom w:id="1">${paragraph(`9. ${third}`)}</w:moveFrom>`;
    const boxed = `<mc:AlternateContent><mc:Choice>${typed(2, second)}</mc:Choice><mc:Fallback>${typed(2, second)}</mc:Fallback></mc:AlternateContent>`;
    const cut = '<w:p><w:del><w:r><w:delText>8. Gone G. Gone. Gone 2019;1:1.</w:delText></w:r></w:del></w:p>';
    const bytes = wordDocument(paragraph('References') + typed(1, first) + moved + boxed + cut + typed(3, third));
    expect((await rawOf(bytes)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('give a DOI that only a link holds', async () => {
    const links = '<Relationships><Relationship Id="rId5" Target="https://doi.org/10.5555/CORR.3"/></Relationships>';
    const linked = `<w:p><w:r><w:t xml:space="preserve">1. ${third} </w:t></w:r><w:hyperlink r:id="rId5"><w:r><w:t>CrossRef</w:t></w:r></w:hyperlink></w:p>`;
    const bytes = wordDocument(linked + paragraph(`2. ${first}`) + paragraph(`3. ${second}`), {
      'word/_rels/document.xml.rels': links,
    });
    expect(recordsOf(await foundIn(docx, bytes))[0]?.reference.doi).toBe('10.5555/corr.3');
  });

  it('give the footnotes after the text', async () => {
    const notes = [first, second, third].map(
      (text, at) => `<w:footnote w:id="${at}">${paragraph(`${at + 1}. ${text}`)}</w:footnote>`,
    );
    const bytes = wordDocument(paragraph('No list here.'), {
      'word/footnotes.xml': `<w:footnotes xmlns:w="w">${notes.join('')}</w:footnotes>`,
    });
    expect(await rawOf(bytes)).toHaveLength(3);
  });

  it('give what Zotero and Mendeley keep in their fields', async () => {
    const citation = (id: string, title: string, uri?: string) =>
      JSON.stringify({
        citationItems: [
          { ...(uri && { uris: [uri] }), itemData: { id, type: 'article-journal', title, abstract: 'Kept {whole}.' } },
        ],
      });
    const zotero = ['u/1', 'u/2', 'u/1'].map((uri) =>
      field(`ADDIN ZOTERO_ITEM CSL_CITATION ${citation('9', `On ${uri}`, uri)}`, '(1)'),
    );
    const mendeley = `MENDELEY_CITATION_v3_${Buffer.from(citation('m1', 'Rooms — doors')).toString('base64')}`;
    const tagged = `<w:sdt><w:sdtPr><w:tag w:val="${mendeley}"/></w:sdtPr><w:sdtContent>${paragraph('(3)')}</w:sdtContent></w:sdt>`;
    const spoilt = field('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"itemDa', '(4)');
    const records = recordsOf(await foundIn(docx, wordDocument(`<w:p>${zotero.join('')}${spoilt}</w:p>${tagged}`)));
    expect(records.map(({ reference }) => [reference.title, reference.abstract])).toEqual([
      ['On u/1', 'Kept {whole}.'],
      ['On u/2', 'Kept {whole}.'],
      ['Rooms — doors', 'Kept {whole}.'],
    ]);
  });

  it('give what EndNote keeps in its fields rather than the printed list', async () => {
    const cite = (number: number, title: string) =>
      `ADDIN EN.CITE <EndNote><Cite><record><rec-number>${number}</rec-number><foreign-keys><key db-id="x">${number}</key></foreign-keys><ref-type name="Journal Article">17</ref-type><titles><title>${title}</title></titles><abstract>Kept whole.</abstract></record></Cite></EndNote>`;
    const cited = `<w:p>${field(cite(1, 'Being parked'), '(1)')}${field(cite(2, 'Rooms &amp; doors'), '(2)')}${field(cite(1, 'Being parked'), '(1)')}</w:p>`;
    const coded = Buffer.from(cite(3, 'Corridors').replace('ADDIN EN.CITE ', '')).toString('base64');
    const beside = `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>${coded.replace(/(.{60})/g, '$1\r\n')}</w:fldData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const records = recordsOf(await foundIn(docx, wordDocument(cited + beside + paragraph(`1. ${first}`))));
    expect(records.map(({ reference }) => reference.title)).toEqual(['Being parked', 'Rooms & doors', 'Corridors']);
    expect(records.map(({ reference }) => reference.abstract)).toEqual(['Kept whole.', 'Kept whole.', 'Kept whole.']);
    expect(new Set(records.map(({ vendor }) => vendor))).toEqual(new Set(['endnote']));
  });
});

describe('documents that cannot be read', () => {
  const problemOf = async (bytes: Uint8Array) => {
    try {
      await foundIn(docx, bytes);
      return undefined;
    } catch (error) {
      if (error instanceof FormatProblem) return error.code;
      throw error;
    }
  };

  it('are refused in words', async () => {
    const whole = wordDocument(paragraph('References'));
    expect(await problemOf(whole.subarray(0, 60))).toBe('format.damaged');
    expect(await problemOf(wordDocument('<w:p><w:r></w:p>'))).toBe('format.damaged');
    expect(await problemOf(wordDocument(' '.repeat(30_000_000)))).toBe('format.bomb');
  });

  it('expand no entity that they declare', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:footnotes xmlns:w="w">&b;</w:footnotes>`;
    expect(await problemOf(wordDocument(paragraph('x'), { 'word/footnotes.xml': bomb }))).toBe('format.damaged');
  });

  it('nested without end are read without end', async () => {
    const deep = wordDocument(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`);
    expect(await problemOf(deep)).toBeUndefined();
  });
});
