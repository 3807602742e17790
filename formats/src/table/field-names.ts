import type { ColumnField } from '../contract.js';
import { plainName } from './plain-name.js';

/**
 * The names that columns go by, best first: of two columns for one field, the one named further left here wins and the
 * other stands in where it is empty. Databases and programs in English, then other languages as they come from people's
 * own spreadsheets and from programs with translated exports (Citavi, Zotero, library systems, CNKI, J-STAGE, eLibrary).
 */
const names: Readonly<Partial<Record<ColumnField, string>>> = {
  type: `type of reference, reference type, item type, document type, publication type, content type, doc type,
    article type, bibliography type, entry type, publication types, type, type of publication, study type, source type,
    Dokumenttyp, Publikationstyp, Type de document, Tipo de documento, Tipo di documento, Documenttype`,
  title: `title, article title, document title, item title, primary title, paper title, study title, public title,
    full title, display name, titles, title of article, title of the article, title of paper,
    title english, english title, brief title, scientific title, official title, original title, translated title,
    vernacular title, foreign title, Titel, Titel des Artikels, Titre, Titre de l'article, Título, Título del artículo,
    Título do artigo, Titolo, Titolo dell'articolo, Artikeltitel, Tittel, Otsikko, Nimeke, Titill, Tytuł, Název, Başlık,
    Cím, Titlu, Naslov, Название, Заглавие, Назва, Τίτλος, 标题, 题名, 篇名, 題名, 標題, タイトル, 論文名, 제목, 논문명, عنوان, العنوان`,
  authors: `author full names, authors full names, author full name, authors, author names, author list, author, aut,
    article author, first authors, primary authors, authors primary, contributors, creator, creators,
    all authors, article authors, study authors, authorships author display name, authorships raw author name,
    first author, Autor, Autoren, Autor:innen, AutorInnen, Autorin, Verfasser, Auteur, Auteurs, Auteur s, Auteur(e)s,
    Autores, Autores/as, Autor es, Autoria, Autore, Autori, Auteurs, Författare, Forfatter, Forfattere, Tekijä, Tekijät,
    Höfundur, Höfundar, Autorzy, Autoři, Yazar, Yazarlar, Szerző, Szerzők, Авторы, Автор, Автори, Συγγραφέας, Συγγραφείς,
    作者, 著者, 著者名, 责任者, 저자, 저자명, المؤلف, المؤلفون`,
  year: `year, publication year, published year, pub year, year published, year of publication, publishing year,
    publication date year, yr, date, publication date, date published, pub date, publish date, published date,
    date of publication, issue date, cover date, online date, first publication date, start date, date registration,
    entrez date, Jahr, Erscheinungsjahr, Publikationsjahr, Année, Année de publication, Annee, Año, Año de publicación,
    Ano, Ano de publicação, Anno, Anno di pubblicazione, Jaar, Publicatiejaar, Jaar van publicatie, År, Utgivningsår,
    Udgivelsesår, Utgivelsesår, Vuosi, Julkaisuvuosi, Ár, Rok, Rok wydania, Rok vydání, Yıl, Év, Godina, Leto, Год,
    Рік, Έτος, 年, 年份, 出版年, 发表时间, 発行年, 出版年份, 연도, 발행년도, 출판연도, السنة`,
  journal: `journal, source title, publication title, journal title, journal name, full journal name, periodical,
    periodical title, pub title, publication name, primary location source display name, host venue display name,
    publication, container title, secondary title, title secondary, journal book, journal source, journal book title,
    source journal, journal or publisher, venue, book title, proceedings title, conference title, conference name,
    anthology title, event title, journal abbreviation, abbreviated journal, abbreviated source title, source,
    alternate title 1, book series title, Zeitschrift, Zeitschriftentitel, Revue, Périodique, Titre de la revue, Revista,
    Publicación, Publicação, Periódico, Rivista, Titolo della rivista, Tijdschrift, Tidskrift, Tidsskrift, Lehti, Julkaisu,
    Tímarit, Czasopismo, Časopis, Dergi, Folyóirat, Revistă, Журнал, Источник, Περιοδικό, 期刊, 刊名, 文献来源, 来源,
    誌名, 雑誌名, 掲載誌, 저널, 학술지, 학술지명, المجلة`,
  volume: `volume, vol, journal volume, biblio volume, volume number, vol no, volume no, Band, Jahrgang, Tome, Volumen, Volúmen, Jaargang,
    Volym, Bind, Árgangur, Tom, Ročník, Cilt, Том, Τόμος, 卷, 巻, 권`,
  issue: `issue, issue number, journal issue, biblio issue, issue no, number of issue, no of issue, Heft, Ausgabe, Heftnummer, Numéro,
    Numero, Número, Nummer, Aflevering, Häfte, Hefte, Zeszyt, Sayı, Выпуск, 期, 号, 호`,
  pages: `pages, page range, pagination, page numbers, page, page s, pp, article pages, Seiten, Seite, Páginas, Pagine,
    Paginas, Sidor, Sider, Sivut, Síður, Strony, Strany, Stránky, Sayfa, Sayfalar, Страницы, Σελίδες, 页码, 页, ページ, 페이지`,
  startPage: `start page, page start, first page, biblio first page, beginning page, begin page, page from, bp, startpage, Anfangsseite,
    Página inicial, Pagina iniziale, Première page`,
  endPage: `end page, page end, last page, biblio last page, ending page, page to, Endseite, Página final, Pagina finale, Dernière page`,
  publisher: `publisher, publisher name, publishing house, Verlag, Éditeur, Editorial, Editora, Editore, Uitgever, Förlag,
    Forlag, Kustantaja, Wydawca, Vydavatel, Yayıncı, Издательство, 出版社, 출판사`,
  place: `place, place of publication, place published, city, publisher place, publisher location, publisher city,
    publication place, publication city, location, Ort, Verlagsort, Erscheinungsort, Lieu, Lieu de publication, Lugar,
    Lugar de publicación, Local de publicação, Luogo, Plaats, Ort publicering, Sted, 出版地`,
  doi: `doi, item doi, digital object identifier, doi number, article doi, doi link, doi url, doi s, dois, prism doi,
    main doi, document doi`,
  url: `url, urls, link, links, web address, document url, article url, source urls, source url, study url, web link,
    weblink, permalink, plink, open url link, external url, uri, full text link, fulltext url, link to article, hyperlink,
    Enlace, Lien, Lenke, Länk, Webadresse, Internetadresse, Ссылка, 链接, リンク`,
  abstract: `abstract, abstract text, abstract note, abstracts, description abstract, brief summary, summary, abstract english,
    english abstract, article abstract, original abstract, abstract s, Zusammenfassung, Abstrakt, Kurzfassung, Résumé,
    Resumen, Resumo, Riassunto, Sommario, Samenvatting, Sammanfattning, Sammendrag, Resumé, Tiivistelmä, Útdráttur,
    Ágrip, Streszczenie, Özet, Összefoglaló, Rezumat, Sažetak, Аннотация, Реферат, Περίληψη, 摘要, 抄録, 要旨, 초록, الملخص`,
  keywords: `keywords, author keywords, key words, keyword, index keywords, manual tags, automatic tags, subjects,
    subject terms, subject, subject headings, mesh terms, mesh headings, mesh, descriptors, ieee terms,
    inspec controlled terms, inspec non controlled terms, index terms, emtree terms, emtree medical index terms,
    emtree drug index terms, emtree medical index terms major focus, emtree drug index terms major focus,
    emtree device index terms, keywords plus, identifiers, topics, author supplied keywords, tags, classification terms,
    identifier keyword, identifier keywords, Schlagwörter, Schlagworte, Schlüsselwörter, Stichwörter, Mots clés, Mots-clefs, Palabras clave,
    Palavras-chave, Parole chiave, Trefwoorden, Nyckelord, Nøkkelord, Nøgleord, Emneord, Avainsanat, Asiasanat, Lykilorð,
    Efnisorð, Słowa kluczowe, Klíčová slova, Anahtar kelimeler, Kulcsszavak, Cuvinte cheie, Ključne riječi,
    Ключевые слова, Λέξεις κλειδιά, 关键词, 關鍵詞, キーワード, 키워드, الكلمات المفتاحية`,
  language: `language, languages, language of original document, article language, language of publication, lang, Sprache,
    Langue, Idioma, Lingua, Taal, Språk, Sprog, Kieli, Tungumál, Język, Jazyk, Dil, Nyelv, Язык, Γλώσσα, 语言, 言語, 언어`,
  issn: `issn, issns, issn isbn, print issn, issn print, p issn, issn l, issn online, electronic issn, online issn, eissn,
    e issn, primary location source issn l, issn s, journal issn`,
  isbn: `isbn, isbns, isbn 13, isbn 10, print isbn, isbn print, eisbn, e isbn, online isbn, isbn s`,
  pmid: `pmid, pubmed id, pubmed, pubmed number, medline pmid, ids pmid, pmids, pubmedid`,
  pmcid: `pmcid, pmc id, pmc, ids pmcid, pubmed central id`,
  accession: `accession number, accession no, accession numbers, an, unique wos id, ut unique wos id, ut unique id, eid, lens id,
    nct number, trial id, publication id, eric number, eric id, embase accession id, embase accession number, pui,
    central id, cochrane id, openalex id, dimensions id, scopus id, unique id, store id`,
  database: `database, source database, database name, name of database, database provider, data source, search database,
    database source, databases, Datenbank, Base de données, Base de datos, Base de dados, Banca dati, Databas, Tietokanta,
    Gagnasafn, База данных, 数据库`,
  editors: `editors, editor, book editors, volume editors, Herausgeber, Herausgeber:in, Éditeurs scientifiques, Redakteure,
    Curatori, Redaktörer, Redaktører`,
  number: `record id, record number, record no, ref id, reference number, ref no, no, nr, covidence, serial number, rank,
    gs rank, nummer lfd, lfd nr, row, row number, sr no, s no, sl no`,
  reasons: `exclusion reason, exclusion reasons, reason for exclusion, reasons for exclusion, reason excluded, reason,
    exclude reason, rayyan exclusion reasons, exclusion criteria, exclusion criterion, exclusion code,
    Ausschlussgrund, Grund für Ausschluss, Motif d'exclusion, Raison d'exclusion, Motivo de exclusión, Criterio de exclusión,
    Razón de exclusión, Motivo de exclusão, Critério de exclusão, Motivo di esclusione, Reden voor exclusie, Exklusionsorsak,
    Eksklusjonsårsak, Eksklusionsårsag, Ástæða útilokunar`,
  labels: `labels, rayyan labels, review labels`,
  notes: `notes, note, asreview note, comments, comment, remarks, reviewer notes, user notes, review notes, Notizen, Anmerkungen,
    Anmerkung, Bemerkungen, Bemerkung, Kommentar, Kommentare, Remarques, Commentaires, Notas, Comentarios, Observaciones,
    Observações, Comentários, Osservazioni, Opmerkingen, Anteckningar, Kommentarer, Merknader, Muistiinpanot, Athugasemdir`,
  group: `duplicate group, duplicate cluster, duplicates group`,
  stage: `screening stage, review stage, stage of screening`,
  decidedBy: `decided by, screened by, asreview user name, screener, reviewer, reviewer name, rater, voted by`,
};

interface Named {
  readonly field: ColumnField;
  /** 0 for the best name of the field. */
  readonly rank: number;
}

const byName: ReadonlyMap<string, Named> = mapped(names);

/** The field that a column of this name fills; undefined where no rule knows the name. */
export function fieldOfName(name: string): Named | undefined {
  return byName.get(plainName(name));
}

function mapped(lists: Readonly<Partial<Record<ColumnField, string>>>): Map<string, Named> {
  const known = new Map<string, Named>();
  for (const [field, list] of Object.entries(lists) as [ColumnField, string][]) {
    for (const [rank, name] of list
      .split(/[,،\n]/)
      .map(plainName)
      .filter(Boolean)
      .entries()) {
      if (!known.has(name)) known.set(name, { field, rank });
    }
  }
  return known;
}
