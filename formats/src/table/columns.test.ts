import { describe, expect, it } from 'vitest';
import type { ColumnField } from '../contract.js';
import { guessedColumns } from './columns.js';
import { dialectOf } from './dialects.js';
import { headerIn } from './header.js';
import type { Row } from './row.js';

const row = (...cells: string[]): Row => ({ cells, lines: { from: 1, to: 1 }, raw: cells.join(',') });

function fieldsOf(header: readonly string[], ...rows: string[][]): (ColumnField | undefined)[] {
  return guessedColumns(header, rows, dialectOf(header)).map(({ field }) => field);
}

const common: (ColumnField | undefined)[] = ['title', 'authors', 'year', 'journal', 'abstract', 'keywords'];

describe('columns', () => {
  it.each([
    [['Title', 'Author(s)', 'Publication Year', 'Source title', 'Abstract', 'Author Keywords']],
    [['TITLE', 'AUTHORS', 'pub_year', 'journalTitle', 'AbstractText', 'key words']],
    [['Titel', 'Autor:innen', 'Erscheinungsjahr', 'Zeitschrift', 'Zusammenfassung', 'Schlagwörter']],
    [['Titre', 'Auteur(e)s', 'Année', 'Revue', 'Résumé', 'Mots-clés']],
    [['Título', 'Autores/as', 'Año', 'Revista', 'Resumen', 'Palabras clave']],
    [['Título', 'Autoria', 'Ano', 'Periódico', 'Resumo', 'Palavras-chave']],
    [['Titolo', 'Autori', 'Anno', 'Rivista', 'Riassunto', 'Parole chiave']],
    [['Titel', 'Auteurs', 'Jaar', 'Tijdschrift', 'Samenvatting', 'Trefwoorden']],
    [['Titel', 'Författare', 'Utgivningsår', 'Tidskrift', 'Sammanfattning', 'Nyckelord']],
    [['Tittel', 'Forfattere', 'År', 'Tidsskrift', 'Sammendrag', 'Nøkkelord']],
    [['Titel', 'Forfattere', 'Udgivelsesår', 'Tidsskrift', 'Resumé', 'Emneord']],
    [['Otsikko', 'Tekijät', 'Vuosi', 'Lehti', 'Tiivistelmä', 'Avainsanat']],
    [['Titill', 'Höfundar', 'Ár', 'Tímarit', 'Útdráttur', 'Lykilorð']],
    [['Tytuł', 'Autorzy', 'Rok', 'Czasopismo', 'Streszczenie', 'Słowa kluczowe']],
    [['题名', '作者', '年份', '期刊', '摘要', '关键词']],
  ])('are known by their names: %j', (header) => {
    expect(fieldsOf(header)).toEqual(common);
  });

  it('mean what their database means by them', () => {
    expect(fieldsOf(['Title', 'Source title', 'Source', 'EID'])).toEqual(['title', 'journal', 'database', 'accession']);
    expect(fieldsOf(['Title', 'Source', 'GSRank'])).toEqual(['title', 'journal', undefined]);
    expect(fieldsOf(['Title', 'Volume', 'Number'])).toEqual(['title', 'volume', 'issue']);
    expect(fieldsOf(['Number', 'Title'])).toEqual(['number', 'title']);
    expect(fieldsOf(['Key', 'Item Type', 'Manual Tags', 'Title'])).toEqual([undefined, 'type', 'keywords', 'title']);
    expect(fieldsOf(['Document Title', 'PDF Link', 'Document Identifier'])).toEqual(['title', undefined, 'type']);
    expect(fieldsOf(['title', 'source_type', 'biblio.first_page'])).toEqual(['title', 'type', 'startPage']);
    expect(fieldsOf(['Covidence #', 'Title', 'Tags'])).toEqual(['number', 'title', 'labels']);
  });

  it('are not guessed from what two of them hold', () => {
    const cells = ['How people talk of waiting at home', 'How nurses talk of waiting at work'];
    const other = ['What people say of waiting at home', 'What nurses say of waiting at work'];
    expect(fieldsOf(['p', 'q'], cells, other)).toEqual([undefined, undefined]);
    expect(fieldsOf(['p', 'q'], [cells[0] ?? '', '1'], [other[0] ?? '', '2'])).toEqual(['title', undefined]);
  });
});

describe('the header of a table', () => {
  it.each<[number, Row[]]>([
    [0, [row('Title', 'Year'), row('Abstract of a paper', '2001')]],
    [2, [row('Search of 1 May'), row(''), row('Autor', 'Titel'), row('A', 'B')]],
    [0, [row('x', 'y', 'z'), row('1', '2', '3')]],
    [1, [row('A list of mine'), row('x', 'y', 'z'), row('1', '2', '3')]],
    [-1, [row('10.5555/a', '2001', 'z'), row('10.5555/b', '2002', 'y')]],
    [-1, []],
  ])('is row %j', (at, rows) => {
    expect(headerIn(rows).at).toBe(at);
  });
});
