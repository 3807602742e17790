import { bareDoi } from './letters.mjs';
import { elements, plainText, textOf, withoutComments } from './xml.mjs';

export function endnoteXmlRecords(text) {
  return elements(withoutComments(text), 'record').map((record) => {
    const [titles = ''] = elements(record, 'titles');
    return {
      title: textOf(titles, 'title'),
      abstract: textOf(record, 'abstract'),
      doi: elements(record, 'electronic-resource-num').map(plainText).map(bareDoi).find(Boolean),
      links: elements(record, 'remote-database-provider').map(plainText).join(' '),
    };
  });
}
