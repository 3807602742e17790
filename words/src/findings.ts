import type { Finding, FindingCode } from '@throughline/core';
import { type Sentence, fill } from './sentence.js';

/** What `check` finds, in words. */
const findings: Readonly<Record<FindingCode, Sentence>> = {
  'stated.disagree': 'Two numbers are stated for {of}: {first} ({firstSource}) and {second} ({secondSource}).',
  'stated.unlikeHeld': '{source} states {stated} for {of}; the review holds {held}.',
  'flow.noDuplicates': 'No number of duplicates is given, though {sources} databases were searched.',
  'source.saidUnlikeRead': '{name} said that it found {said} records; its files brought {read}.',
  'page.outsideRange':
    'A quotation is located at {page} of {report}, whose printed pages are {range}. It may come from an early-view copy.',
  'claim.noSupport': 'This claim cites nothing: {text}',
  'claim.oneStudy': 'This claim rests on one study: {text}',
  'construct.oneStudy': '"{name}" rests on one study ({reports} reports).',
  'construct.noSupport': '"{name}" has no support yet.',
  'proposition.noSupport': 'This proposition rests on nothing yet: {text}',
  'report.excluded': '{report} is excluded ({reason}), and still counts as evidence: {claims} of the claims cite it.',
  'report.notIncluded': '{report} is read as a report, but nobody has included it at full text yet.',
  'report.twice': '{first} and {second} are read as two reports, but their records are one duplicate group.',
  'included.noReport': '{record} is included at full text, but is not among the reports yet.',
  'concept.contradictionUnanswered': 'Nobody has said yet where "{name}" is contradicted, or that it was looked for.',
  'screen.disagreement': 'A disagreement at {stage} is not settled.',
  'fold.newer':
    'A newer version of Throughline has worked on this review ({kinds}). What it did there is kept, and not shown here.',
  'fold.conflict': 'A stored change no longer applies. It is kept, and changes nothing.',
};

export const sayFinding = ({ code, values }: Finding): string =>
  fill(findings[code], {
    ...values,
    of: countables[String(values.of)] ?? values.of ?? '',
    stage: stages[String(values.stage)] ?? values.stage ?? '',
  });

const stages: Readonly<Record<string, string>> = { 'title-abstract': 'title and abstract', 'full-text': 'full text' };

export const weights = {
  contradiction: ['contradiction', 'contradictions'],
  gap: ['gap', 'gaps'],
  thin: ['thin place', 'thin places'],
} as const;

/** What can be counted, in words. */
export const countables: Readonly<Record<string, string>> = {
  'identified.database': 'records identified in databases',
  'identified.other': 'records identified by other ways',
  duplicates: 'duplicates removed',
  screened: 'records screened',
  'screened.second': 'records read by a second screener',
  'excluded.title-abstract': 'records excluded by title and abstract',
  sought: 'reports sought',
  'not-retrieved': 'reports not retrieved',
  assessed: 'full texts assessed',
  'excluded.full-text': 'full texts excluded',
  'included.database': 'reports included from databases',
  'included.alert': 'reports included from alerts',
  'included.reference-list': 'reports included from reference lists',
  'included.grey': 'reports included from grey literature',
  'included.reports': 'reports included',
  'included.studies': 'studies included',
  'reports-of-one-project': 'reports of one larger project',
  participants: 'participants',
};
