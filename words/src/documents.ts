import { type Link, type Ref, type Review, type SourceKind, shelfOf } from '@throughline/core';
import { countables } from './findings.js';
import { fill } from './sentence.js';
import { sourceKindWords } from './things.js';

/** The words of the report: its headings, the heads of its tables, and the sentences between its numbers. */
export const reportWords = {
  invented: 'This review is made up, for practice. Its reports, people and findings do not exist.',
  generated: 'Made on {at}.',
  source: 'The review whose process this is: {source}',
  contents: 'Contents',
  skip: 'Skip to the report',
  atAGlance: {
    title: 'At a glance',
    included: 'Included',
    includedSaid: '{reports} that describe {studies}',
    statedBeside: '({stated} stated: {source})',
    result: 'Result',
    resultSaid: '{constructs} on {levels}, and {propositions} in the line of argument',
    evidence: 'Evidence',
    evidenceSaid: '{claims}, of which {cited} cite something; {marks} in the contribution table',
    grades: 'Grades',
  },
  plan: {
    title: 'What was asked, and how',
    none: 'The review holds no protocol yet.',
    aim: 'Aim',
    questions: 'Questions',
    method: 'Method',
    why: 'Why this method',
    registration: 'Registration',
    reporting: 'Reporting guidance',
    date: 'Date',
    criteriaCaption: 'What was to be included and excluded',
    criteriaHead: ['About', 'Included or excluded', 'Criterion'],
    inclusion: 'included',
    exclusion: 'excluded',
    screening: 'Screening',
    team: 'Team',
    positions: 'Where the reviewers stand',
    roles: {
      lead: 'lead',
      reviewer: 'reviewer',
      'information-specialist': 'information specialist',
      commenter: 'commenter',
    },
    withdrawn: 'a person whose name was withdrawn',
  },
  shares: {
    stages: { 'title-abstract': 'Title and abstract', 'full-text': 'Full text' },
    single: 'one reader',
    double: 'two readers, each reading everything',
    sample: 'a second reader read a random {part} per cent independently',
    settled: 'disagreements settled by {by}',
  },
  search: {
    title: 'Where was searched',
    caption: 'Every source that was searched, and what came of it',
    head: ['Source', 'Kind', 'Platform', 'Covers', 'Searched', 'Records held'],
    until: '{from} to {until}',
    notHeld: 'not held',
    limits: 'Limits: {limits}',
    by: 'Searched by {by}',
    strategy: 'Strategy: {strategy}',
    none: 'No source has been entered yet.',
  },
  flow: {
    title: 'The flow of records and reports',
    figure: 'The flow through the review, in the two arms of PRISMA 2020.',
    caption: 'Every count of the flow, and what it rests on',
    head: ['Count', 'Databases and registers', 'Other ways'],
    steps: {
      identified: 'Records identified',
      duplicates: 'Duplicates removed',
      screened: 'Records screened',
      excluded: 'Records excluded',
      sought: 'Reports sought',
      notRetrieved: 'Reports not retrieved',
      assessed: 'Full texts assessed',
      excludedAtFullText: 'Full texts excluded',
      included: 'Reports included',
    },
    reports: 'Reports included, both ways',
    studies: 'Studies included',
    reasons: 'Why full texts were excluded: {reasons}',
    includedBy: 'Included, by kind of source: {by}',
    inferred: 'By which way a record came is our inference for {works}; each says so below.',
  },
  basis: {
    held: 'held',
    stated: 'stated',
    derived: 'worked out: {from}',
    notReported: 'not reported',
  },
  included: {
    title: 'Included reports, and the studies they describe',
    caption: 'Reports, and the studies that evidence is counted in',
    head: ['Report', 'Study', 'Title', 'Contributes to', 'Where it comes from'],
    alone: 'its own study',
    inferred:
      'That these reports describe one study is our inference. No report says so, and the grouping can be taken back.',
    stated: '{source} states {stated}; the review holds {held}.',
    record: 'record {number}',
    byRoute: 'by {kind}',
    byInferred: 'by {kind}, our inference',
    characteristics: 'Characteristics',
    none: 'No report has been included yet.',
  },
  reading: {
    title: 'The words on the page',
    none: 'The review holds no documents and no second-order constructs: those of its reports are not published. Its evidence points at reports and printed pages, and each statement says so.',
    passages: 'Passages',
    passagesCaption: 'Words marked in the documents that are held',
    passagesHead: ['Place', 'Whose', 'Words'],
    secondOrders: 'Second-order constructs',
    secondOrdersCaption: 'What the authors made of it',
    secondOrdersHead: ['Construct', 'Report', 'In their words', 'Rests on'],
    orders: { first: "participants' words", second: "authors' words", context: 'context' },
    page: 'p.\u00a0{page}',
    speaker: '{speaker}: ',
  },
  translation: {
    title: 'How the studies were translated into one another',
    none: 'The review holds no translation table.',
    caption: 'How each report reads in terms of each concept',
    head: ['Concept', 'Report', 'Translation', 'Reading and reason', 'Rests on'],
    disagrees: 'It disagrees about the {about}.',
    dissent: 'Dissent: {dissent}',
    contradicted: 'Contradicted: {answer}',
    notAsked: 'nobody has said yet whether it was looked for',
    sequence: 'Translated in this order ({sort}): {reports}',
    relates: 'How the studies relate: {text} ({syntheses})',
  },
  contributions: {
    title: 'Which report contributes to what',
    figure: 'Each mark is derived from claims and translations; none is ticked by hand.',
  },
  findings: {
    title: 'What was found',
    none: 'The review holds no third-order constructs yet.',
    noLevel: 'Without a level',
    alsoCalled: 'Also called {names}.',
    ofLevel: 'About the level as a whole',
    rests: 'Rests on {reports} · {studies}',
    grades: '{claims}: {grades}',
    noClaims: 'no claim yet',
    reportsBehind: 'Reports: ',
    fromConcepts: 'Made from: ',
    noCitation: 'no citation',
    background: 'not included, cited as background',
    quotedWords: 'a quotation of {words} words',
  },
  argument: {
    title: 'The line of argument',
    none: 'The review holds no propositions yet.',
    figure: 'The propositions, the levels and constructs that carry them, and how they hang together.',
    rests: 'Rests on',
    inferred: 'what it rests on is our inference',
    links: 'How the constructs hang together',
    linkInferred: 'our inference',
    leads: '{from} {sort} {to}',
  },
  check: {
    title: 'What a careful reader would ask',
    none: 'Nothing was found that a careful reader would stop at.',
    intro: 'Found by reading the review against itself. Nothing here was decided by a program.',
    headings: {
      contradiction: 'Two things that cannot both be',
      gap: 'Something that is not there',
      thin: 'It holds, but barely',
    },
    about: 'See the ',
    and: ' and the ',
  },
  stated: {
    title: 'What is stated, and what is held',
    intro:
      'A count is held when it is taken from the log of the review; it is stated when somebody entered it from elsewhere, and then it is printed as stated, with its source.',
    caption: 'Counts that were entered from elsewhere',
    head: ['What', 'Stated', 'Where it is stated', 'Held'],
    notHeld: 'not held',
    none: 'Every count of this review is held.',
    gradesTitle: 'How well a statement stands',
    gradesCaption: 'Grades of evidence, and how many claims stand at each',
    gradesHead: ['Grade', 'Meaning', 'Claims'],
    ordersTitle: 'Whose words',
    ordersSaid:
      'stand in quotation marks and italics when participants said them, in quotation marks when the authors wrote them, and plain when they are ours.',
    star: '* marks what is our inference.',
    units: { 'per cent': '{value} per cent', 'at least': 'at least {value}' },
  },
  references: { title: 'Included reports: references', etAl: 'et al.' },
  records: {
    title: 'Records, as their sources gave them',
    where: 'Record {number} of {file}, {lines}, from {source}.',
    oneLine: 'line {from}',
    lines: 'lines {from} to {to}',
    isReport: 'It is the report ',
    isBackground: 'Cited as background; not included.',
    text: 'Lines of the file',
    none: 'No record stands behind a report yet.',
  },
} as const;

/** The fields that say a thing, the most telling first. */
const telling = ['label', 'name', 'text', 'quote', 'title', 'reading', 'aim'] as const;

/** A thing in its own words: a construct's name, a claim's text, a report's label; its id where it has none. */
export function nameOf(review: Review, { on, id }: Ref): string {
  const thing = shelfOf(review, on).get(id) as Record<string, unknown> | undefined;
  if (thing === undefined) return id;
  if (on === 'gather.imports') return String((thing.file as { name?: string } | undefined)?.name ?? id);
  if (on === 'gather.routes') return sourceKindWords[thing.by as SourceKind]?.[0] ?? id;
  if (on === 'floor.counts') return countables[String(thing.of)] ?? id;
  if (on === 'synthesise.links') return linkName(review, thing as unknown as Link);
  const field = telling.find((name) => typeof thing[name] === 'string');
  return field === undefined ? id : String(thing[field]);
}

function linkName(review: Review, { between, from, to, sort }: Link): string {
  const on = `synthesise.${between}` as const;
  return fill(reportWords.argument.leads, {
    from: nameOf(review, { on, id: from }),
    sort,
    to: nameOf(review, { on, id: to }),
  });
}
