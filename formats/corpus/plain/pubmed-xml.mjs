import { bareDoi } from './letters.mjs';
import { elements, plainText, textOf, withoutComments } from './xml.mjs';

/** Works that the article itself cites, or corrects, have titles and numbers of their own. */
const others = /<(ReferenceList|CommentsCorrectionsList)\b[\s\S]*<\/\1>/g;

export function pubmedXmlRecords(text) {
  const found = withoutComments(text).match(/<Pubmed(Book)?Article>[\s\S]*?<\/Pubmed\1Article>/g) ?? [];
  return found.map((record) => record.replace(others, '')).map(recordOf);
}

function recordOf(record) {
  const [abstract = ''] = elements(record, 'Abstract');
  return {
    title: textOf(record, 'ArticleTitle') ?? textOf(record, 'BookTitle') ?? textOf(record, 'VernacularTitle'),
    abstract: [withLabels(abstract), elements(abstract, 'AbstractText').map(plainText).join(' ')],
    doi: [textOf(record, 'ELocationID', 'EIdType="doi"'), textOf(record, 'ArticleId', 'IdType="doi"')]
      .map(bareDoi)
      .find(Boolean),
  };
}

/** The label is no text of the element; a reader may show it or not. */
function withLabels(abstract) {
  const labelled = abstract.replace(/<AbstractText\b[^>]*?Label="([^"]*)"[^>]*>/g, '<AbstractText>$1 ');
  return elements(labelled, 'AbstractText').map(plainText).join(' ');
}
