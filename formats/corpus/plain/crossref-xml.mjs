import { bareDoi } from './letters.mjs';
import { elements, textOf, withoutComments } from './xml.mjs';

/** The innermost work of a deposit: an article before its journal, a chapter before its book. */
const works = [
  ...['journal_article', 'conference_paper', 'content_item', 'component', 'dissertation', 'posted_content', 'dataset'],
  ...['peer_review', 'standard', 'report-paper', 'database', 'book', 'sa_component'],
];

export function crossrefXmlRecords(text) {
  return elements(withoutComments(text).replace(/<citation_list[\s\S]*?<\/citation_list>/g, ''), 'crossref').map(
    (record) => {
      const work = works.map((name) => elements(record, name)[0]).find(Boolean) ?? record;
      return {
        title: [textOf(work, 'title'), [textOf(work, 'title'), textOf(work, 'subtitle')].filter(Boolean).join(' ')],
        abstract: textOf(work, 'jats:abstract') ?? textOf(work, 'abstract'),
        doi: elements(work, 'doi_data')
          .map((data) => bareDoi(textOf(data, 'doi')))
          .find(Boolean),
      };
    },
  );
}
