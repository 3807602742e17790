import { type Claim, type Support, reportOf } from '@throughline/core';
import { fill, nameOf, reportWords } from '@throughline/words';
import { type Line, aside, between, link } from './blocks.js';
import { quoted } from './reading-part.js';
import { type Telling, linkTo, pageSaid, toRecord, toReport } from './told.js';

const words = reportWords.findings;

/** A claim's evidence as a reader cites it: "(Skivington 2018; Beardmore 2019, p. 44)". */
export function citationsOf(telling: Telling, { support }: Claim): Line {
  if (support.length === 0) return [aside(`(${words.noCitation})`)];
  return [
    '(',
    ...between(
      support.map((each) => citation(telling, each)),
      '; ',
    ),
    ')',
  ];
}

function citation({ review }: Telling, support: Support): Line {
  switch (support.by) {
    case 'citation':
      return [linkTo(review, toReport(support.report))];
    case 'background':
      return [linkTo(review, toRecord(support.record)), ' ', aside(words.background)];
    case 'locator':
      return [linkTo(review, toReport(support.report)), `, ${pageSaid(support.page)}`, ...typedWords(support)];
    case 'passage':
      return passageCited({ review }, support);
  }
}

/** A typed quotation does not say whose words it holds: quotation marks, and no more. */
function typedWords({ quote, fingerprint }: Extract<Support, { by: 'locator' }>): Line {
  if (quote !== undefined) return [': ', { as: 'words', text: quote }];
  return fingerprint === undefined ? [] : [', ', aside(fill(words.quotedWords, { words: fingerprint.words }))];
}

function passageCited({ review }: Pick<Telling, 'review'>, support: Extract<Support, { by: 'passage' }>): Line {
  const passage = review.read.passages.get(support.passage);
  const report = reportOf(review, support);
  const ref = { on: 'read.passages', id: support.passage } as const;
  if (passage === undefined || report === undefined) return [link(nameOf(review, ref), ref)];
  const place = passage.page === undefined ? nameOf(review, ref) : pageSaid(passage.page);
  return [
    linkTo(review, toReport(report)),
    ', ',
    link(passage.page === undefined ? reportWords.reading.passages.toLowerCase() : place, ref),
    ': ',
    quoted(passage),
  ];
}
