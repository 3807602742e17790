import {
  type Grade,
  type Held,
  type Ref,
  type ReportId,
  type Review,
  type TwoCounts,
  grades,
  standing,
  studiesOf,
} from '@throughline/core';
import { counted, fill, gradeWords, nameOf, reportWords } from '@throughline/words';
import type { DocumentContext } from '../context.js';
import { type Line, type Run, between, link } from './blocks.js';

/** A review with what a document of it needs: what every part of the report is told from. */
export interface Telling extends DocumentContext {
  readonly review: Review;
}

export const toReport = (id: string): Ref => ({ on: 'read.reports', id });
export const toConstruct = (id: string): Ref => ({ on: 'synthesise.constructs', id });
export const toRecord = (id: string): Ref => ({ on: 'gather.records', id });

/** A thing by its name, leading to its place in the document. */
export const linkTo = (review: Review, ref: Ref): Run => link(calledHere(review, ref), ref);

/** What a thing is called in a document: its name, and for reports of one name what tells them apart. */
export const calledHere = (review: Review, ref: Ref): string =>
  `${nameOf(review, ref)}${ref.on === 'read.reports' ? tellingApart(review, ref.id) : ''}`;

/** "Wildman 2019 [48]", as the figures say it, where two reports have one label; "a" and "b" where none has a number. */
function tellingApart(review: Review, id: string): string {
  const report = review.read.reports.get(id);
  const alike = standing(review.read.reports).filter(({ label }) => label === report?.label);
  if (alike.length < 2) return '';
  return report?.number === undefined
    ? String.fromCharCode(97 + alike.findIndex((each) => each.id === id))
    : ` [${report.number}]`;
}

/** "21 reports". */
export const reportsCounted = (count: number): string => counted(count, 'report');

/** "16 studies", with an asterisk where a study among them is the team's own inference. */
export function studiesCounted(review: Review, studies: readonly string[]): string {
  return `${counted(studies.length, 'study', 'studies')}${isInferred(review, studies) ? '*' : ''}`;
}

/** Does a study of these stand on a grouping that the team inferred? */
const isInferred = (review: Review, studies: readonly string[]): boolean =>
  studiesOf(review).some(({ id, grouped }) => studies.includes(id) && grouped?.inferred === true);

/** "Rests on 10 reports · 9 studies" (L10). */
export const twoCounts = (review: Review, { reports, studies }: TwoCounts): string =>
  fill(reportWords.findings.rests, {
    reports: reportsCounted(reports.length),
    studies: studiesCounted(review, studies),
  });

/** "13 claims: 4 locator, 8 citation, 1 unsupported" (L11). */
export function gradesSaid(given: readonly Grade[]): string {
  const said = grades.flatMap((grade) => {
    const count = given.filter((each) => each === grade).length;
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${gradeWords[grade].name}`];
  });
  return fill(reportWords.findings.grades, { claims: counted(given.length, 'claim'), grades: said.join(', ') });
}

/** Reports by their labels, each leading to its entry; those of an inferred study with an asterisk. */
export function reportsLinked(review: Review, reports: readonly ReportId[]): Line {
  const starred = new Set(
    studiesOf(review).flatMap((study) => (study.grouped?.inferred === true ? study.reports : [])),
  );
  return between(
    reports.map((id) => [linkTo(review, toReport(id)), ...(starred.has(id) ? ['*'] : [])]),
    ', ',
  );
}

/** Why a thing was made as it is, where its change says so. */
export const reasonOf = ({ reasons }: DocumentContext, thing: Held<object>): string | undefined =>
  reasons?.get(thing.trail.made.change);

/** A printed page as a citation gives it: "p. 12"; as it stands where it says so itself. */
export const pageSaid = (page: string): string =>
  /^[a-z]?\d/i.test(page) ? fill(reportWords.reading.page, { page }) : page;

/** A sentence with its full stop, where it has no end of its own. */
export const ended = (sentence: string): string => (/[.!?…]["”’']?$/u.test(sentence) ? sentence : `${sentence}.`);
