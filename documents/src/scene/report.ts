import { type Review, aboutReview, heldCounts, fullFlow, claimsByGrade, grades, studiesOf } from '@throughline/core';
import { counted, fill, gradeWords, reportWords } from '@throughline/words';
import type { DocumentContext } from '../context.js';
import { argumentPart, contributionsPart } from './argument-part.js';
import { type Block, type Line, type Report, paragraph } from './blocks.js';
import { checkPart } from './check-part.js';
import { findingsPart } from './findings-part.js';
import { flowPart } from './flow-part.js';
import { includedPart } from './included-part.js';
import { planPart } from './plan-part.js';
import { readingPart } from './reading-part.js';
import { recordsPart, referencesPart } from './records-part.js';
import { searchPart } from './search-part.js';
import { statedPart } from './stated-part.js';
import { type Telling, reportsCounted, studiesCounted } from './told.js';
import { translationPart } from './translation-part.js';

/**
 * What the report of a review says, in the order of the method: from what was asked, by what was found, to the lines of
 * the files that it all rests on. Every thing has one place here, and every mention of it leads there.
 */
export function reportOf(review: Review, context: DocumentContext): Report {
  const telling: Telling = { ...context, review };
  const about = aboutReview(review);
  return {
    title: about?.title ?? '',
    ...(context.generatedAt === undefined ? {} : { generatedAt: context.generatedAt }),
    ...(about?.invented ? { banner: reportWords.invented } : {}),
    lead: lead(telling),
    sections: [
      planPart(telling),
      searchPart(telling),
      flowPart(telling),
      includedPart(telling),
      readingPart(telling),
      translationPart(telling),
      contributionsPart(telling),
      findingsPart(telling),
      argumentPart(telling),
      checkPart(telling),
      statedPart(telling),
      referencesPart(telling),
      recordsPart(telling),
    ],
  };
}

/** What stands under the title: where the review is from, and its numbers. */
function lead(telling: Telling): Block[] {
  const about = aboutReview(telling.review);
  const generated =
    telling.generatedAt === undefined
      ? []
      : [paragraph([fill(reportWords.generated, { at: telling.generatedAt })], 'note')];
  return [
    ...(about?.source === undefined ? [] : [paragraph([fill(reportWords.source, { source: about.source })])]),
    ...(about?.note === undefined ? [] : [paragraph([about.note])]),
    ...generated,
    numbers(telling),
  ];
}

/** The review in six lines, each leading to the place that tells it. */
function numbers({ review }: Telling): Block {
  const words = reportWords.atAGlance;
  const counts = heldCounts(review);
  const stated = fullFlow(review).studiesStated;
  const ids = studiesOf(review).map(({ id }) => id);
  const included = fill(words.includedSaid, {
    reports: reportsCounted(counts.reports),
    studies: studiesCounted(review, ids),
  });
  const beside =
    stated === undefined ? '' : ` ${fill(words.statedBeside, { stated: stated.value, source: stated.source })}`;
  const result = fill(words.resultSaid, {
    constructs: counted(counts.constructs, 'third-order construct'),
    levels: counted(counts.levels, 'level'),
    propositions: counted(counts.propositions, 'proposition'),
  });
  const evidence = fill(words.evidenceSaid, {
    claims: counted(counts.claims, 'claim'),
    cited: counts.claimsCited,
    marks: counted(counts.marks, 'mark'),
  });
  const byGrade = claimsByGrade(review);
  const graded = grades
    .map((grade) => `${byGrade[grade].toLocaleString('en-GB')} ${gradeWords[grade].name}`)
    .join(', ');
  const leading = (text: string, id: string): Line => [{ as: 'section', text, id }];
  return {
    is: 'facts',
    facts: [
      { term: words.included, said: [[...leading(included, 'included'), beside]] },
      { term: words.result, said: [leading(result, 'findings')] },
      { term: words.evidence, said: [leading(evidence, 'contributions')] },
      { term: words.grades, said: [leading(graded, 'grades')] },
    ],
  };
}
