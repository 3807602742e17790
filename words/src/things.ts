import type { Change, Grade, RoomName, SourceKind } from '@throughline/core';

/** What stands on each shelf, as one and as many. */
const things: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'floor.about': ['review', 'reviews'],
  'floor.people': ['person', 'people'],
  'floor.counts': ['stated count', 'stated counts'],
  'floor.withdrawals': ['withdrawal', 'withdrawals'],
  'floor.openings': ['room opened to commenters', 'rooms opened to commenters'],
  'plan.protocols': ['protocol', 'protocols'],
  'plan.criteria': ['criterion', 'criteria'],
  'plan.positions': ['position statement', 'position statements'],
  'gather.sources': ['source', 'sources'],
  'gather.imports': ['import', 'imports'],
  'gather.records': ['record', 'records'],
  'gather.routes': ['route', 'routes'],
  'gather.groups': ['duplicate group', 'duplicate groups'],
  'gather.distinct': ['pair found different', 'pairs found different'],
  'gather.corrections': ['correction', 'corrections'],
  'screen.shares': ['screening rule', 'screening rules'],
  'screen.openings': ['stage with open votes', 'stages with open votes'],
  'screen.handed': ['hand-over', 'hand-overs'],
  'screen.share': ['mark of a share', 'marks of a share'],
  'screen.votes': ['vote', 'votes'],
  'screen.settlements': ['settlement', 'settlements'],
  'read.reports': ['report', 'reports'],
  'read.studies': ['study', 'studies'],
  'read.apart': ['finding that reports are not one study', 'findings that reports are not one study'],
  'read.documents': ['document', 'documents'],
  'read.passages': ['passage', 'passages'],
  'read.secondOrders': ['second-order construct', 'second-order constructs'],
  'read.characteristics': ['characteristic', 'characteristics'],
  'read.appraisals': ['appraisal answer', 'appraisal answers'],
  'relate.categories': ['category', 'categories'],
  'relate.relations': ['relation', 'relations'],
  'relate.outcomes': ['outcome', 'outcomes'],
  'translate.concepts': ['concept', 'concepts'],
  'translate.cells': ['translation', 'translations'],
  'translate.sequences': ['order of translation', 'orders of translation'],
  'synthesise.levels': ['level', 'levels'],
  'synthesise.constructs': ['third-order construct', 'third-order constructs'],
  'synthesise.claims': ['claim', 'claims'],
  'synthesise.propositions': ['proposition', 'propositions'],
  'synthesise.links': ['link', 'links'],
  'report.answers': ['checklist answer', 'checklist answers'],
  'notes.memos': ['memo', 'memos'],
  'notes.discussions': ['discussion', 'discussions'],
};

/** "claim" for "synthesise.claims"; the shelf's own name where it has no word yet. */
export const thingWord = (on: string, count = 1): string => things[on]?.[count === 1 ? 0 : 1] ?? on;

/** What a change did, as a verb: "claim.edited" is "edited a claim". */
export function deedOf({ kind }: Pick<Change, 'kind'>): string {
  const own = ownDeeds[kind];
  if (own !== undefined) return own;
  const [thing = kind, deed = ''] = kind.split('.');
  return `${deeds[deed] ?? deed} ${articled(named[thing] ?? thing)}`;
}

const ownDeeds: Readonly<Record<string, string>> = {
  'change.undone': 'took back a change',
  'source.imported': 'imported a file',
  'duplicates.found': 'grouped sure duplicates',
  'duplicate-groups.merged': 'merged duplicate groups',
  'duplicate-group.split': 'took a duplicate group apart',
  'hand-over.made': 'handed reading over',
  'hand-over.takenBack': 'took a share back',
};
const deeds: Readonly<Record<string, string>> = { made: 'added', edited: 'edited', removed: 'removed' };
const named: Readonly<Record<string, string>> = {
  'second-order': 'second-order construct',
  construct: 'third-order construct',
  cell: 'translation',
  count: 'stated count',
  'checklist-answer': 'checklist answer',
  share: 'screening rule',
  distinct: 'records found different',
  'not-one-study': 'finding that reports are not one study',
  'room-opening': 'room opened to commenters',
  'vote-opening': 'stage with open votes',
  position: 'position statement',
};
const articled = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** Each room: its name in the navigation, and what it is for. */
export const roomWords: Readonly<Record<RoomName, { readonly name: string; readonly purpose: string }>> = {
  plan: { name: 'Plan', purpose: 'What the review asks, why in this way, and what will count.' },
  gather: { name: 'Gather', purpose: 'Where was searched, and every record as its source gave it.' },
  screen: { name: 'Screen', purpose: 'Who said what of each record, and what follows.' },
  read: { name: 'Read', purpose: 'The reports, the studies they describe, and their words.' },
  relate: { name: 'Relate', purpose: 'How the studies are related.' },
  translate: { name: 'Translate', purpose: "How each study's concept reads in terms of the others'." },
  synthesise: { name: 'Synthesise', purpose: 'Third-order constructs, their claims, and the line of argument.' },
  report: { name: 'Report', purpose: 'Counts, contradictions, checklists and documents.' },
  notes: { name: 'Notes', purpose: 'Memos, and what was discussed with whom.' },
};

export const gradeWords: Readonly<Record<Grade, { readonly name: string; readonly meaning: string }>> = {
  passage: { name: 'passage', meaning: 'words marked in a document that is held' },
  locator: { name: 'locator', meaning: 'a quotation and its printed page, typed; the document is not held' },
  citation: { name: 'citation', meaning: 'a report, without a place in it' },
  unsupported: { name: 'unsupported', meaning: 'nothing behind it yet' },
};

export const sourceKindWords: Readonly<Record<SourceKind, readonly [one: string, many: string]>> = {
  database: ['database', 'databases'],
  register: ['register', 'registers'],
  alert: ['alert', 'alerts'],
  'reference-list': ['reference list', 'reference lists'],
  'citation-search': ['citation search', 'citation searches'],
  website: ['website', 'websites'],
  organisation: ['organisation', 'organisations'],
  contact: ['contact', 'contacts'],
  hand: ['hand search', 'hand searches'],
  bibliography: ['bibliography', 'bibliographies'],
};
