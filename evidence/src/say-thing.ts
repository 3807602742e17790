import { type Held, type Ref, type Report, type Review, type ShelfName, shelfOf } from '@throughline/core';
import { countables, evidenceWords, fill, sourceKindWords, thingWord, type Whose } from '@throughline/words';

/** How a thing is called and what it says, with whose words these are. */
export interface Said {
  /** Short: a label, a name, the first words. */
  readonly name: string;
  /** Everything it says, where that is more than its name. */
  readonly text?: string;
  /** Whose words the name is in (L9). Absent: a plain label that nobody said. */
  readonly whose?: Whose;
  /** Whose words the text is in. */
  readonly textWhose?: Whose;
}

/** What one thing says. Undefined where the review, as far as it is loaded here, does not hold it. */
export function sayThing(review: Review, { on, id }: Ref): Said | undefined {
  const thing = shelfOf(review, on).get(id);
  if (thing === undefined) return undefined;
  const say = sayers[on] as ((thing: never, review: Review) => Said) | undefined;
  return say === undefined ? plain(thing) : say(thing as never, review);
}

/** A thing's name inside another's sentence. */
const nameAt = (review: Review, on: ShelfName, id: string): string => sayThing(review, { on, id })?.name ?? id;

type Shelves = { [R in keyof Review]: Review[R] };
type ThingOn<R extends keyof Shelves, S extends keyof Shelves[R]> = Shelves[R][S] extends Iterable<infer T> ? T : never;

const floor = {
  'floor.about': (it: ThingOn<'floor', 'about'>) => named(it.title, it.note),
  'floor.counts': (it: ThingOn<'floor', 'counts'>) =>
    named(`${it.value.toLocaleString('en-GB')} ${countables[it.of] ?? it.of}`, it.note),
};

const early = {
  'plan.protocols': (it: ThingOn<'plan', 'protocols'>) => named(thingWord('plan.protocols'), it.aim, 'third'),
  'plan.criteria': (it: ThingOn<'plan', 'criteria'>) => named(it.heading, it.text, 'third'),
  'plan.positions': (it: ThingOn<'plan', 'positions'>) => named(thingWord('plan.positions'), it.text, 'third'),
  'gather.sources': (it: ThingOn<'gather', 'sources'>) =>
    named(it.platform === undefined ? it.name : `${it.name} (${it.platform})`, it.note),
  'gather.imports': (it: ThingOn<'gather', 'imports'>) => named(it.file.name),
  'gather.records': (it: ThingOn<'gather', 'records'>) => named(it.label),
  'gather.routes': (it: ThingOn<'gather', 'routes'>, review: Review) =>
    named(`${nameAt(review, 'gather.records', it.record)}: ${sourceKindWords[it.by][0]}`),
  'gather.groups': (it: ThingOn<'gather', 'groups'>, review: Review) => named(recordNames(review, it.records)),
  'gather.distinct': (it: ThingOn<'gather', 'distinct'>, review: Review) => named(recordNames(review, it.records)),
  'gather.corrections': (it: ThingOn<'gather', 'corrections'>, review: Review) =>
    named(nameAt(review, 'gather.records', it.record)),
  'screen.shares': (it: ThingOn<'screen', 'shares'>) => named(`${thingWord('screen.shares')}: ${it.stage}`, it.note),
};

const reading = {
  'read.reports': (it: ThingOn<'read', 'reports'>) => named(it.label, bibliographicLine(it)),
  'read.studies': (it: ThingOn<'read', 'studies'>) => named(it.name),
  'read.apart': (it: ThingOn<'read', 'apart'>, review: Review) =>
    named(it.reports.map((id) => nameAt(review, 'read.reports', id)).join(' · ')),
  'read.documents': (it: ThingOn<'read', 'documents'>) => named(it.name),
  'read.passages': (it: ThingOn<'read', 'passages'>): Said => ({ name: it.quote, whose: it.order }),
  'read.secondOrders': (it: ThingOn<'read', 'secondOrders'>): Said => ({
    ...named(it.name, it.definition, 'second'),
    whose: 'second',
  }),
  'read.characteristics': (it: ThingOn<'read', 'characteristics'>) => named(it.name, it.value),
  'read.appraisals': (it: ThingOn<'read', 'appraisals'>) => named(it.item, it.answer),
};

const relating = {
  'relate.categories': (it: ThingOn<'relate', 'categories'>) => ours(it.name, it.note),
  'relate.relations': (it: ThingOn<'relate', 'relations'>, review: Review) =>
    ours(linked(review, 'read.secondOrders', it), it.note),
  'relate.outcomes': (it: ThingOn<'relate', 'outcomes'>) => ours(it.text),
  'translate.concepts': (it: ThingOn<'translate', 'concepts'>) => ours(it.name),
  'translate.cells': (it: ThingOn<'translate', 'cells'>, review: Review): Said => {
    const values = {
      report: nameAt(review, 'read.reports', it.report),
      concept: nameAt(review, 'translate.concepts', it.concept),
    };
    return named(fill(evidenceWords.inTermsOf, values), it.reading, 'third');
  },
};

const arguing = {
  'synthesise.levels': (it: ThingOn<'synthesise', 'levels'>) => ours(it.name),
  'synthesise.constructs': (it: ThingOn<'synthesise', 'constructs'>) => ours(it.name, it.definition),
  'synthesise.claims': (it: ThingOn<'synthesise', 'claims'>) => ours(it.text),
  'synthesise.propositions': (it: ThingOn<'synthesise', 'propositions'>) => ours(it.text),
  'synthesise.links': (it: ThingOn<'synthesise', 'links'>, review: Review) =>
    ours(linked(review, `synthesise.${it.between}`, it), it.note),
  'report.answers': (it: ThingOn<'report', 'answers'>) => named(`${it.checklist} ${it.item}`, it.text, 'third'),
  'notes.memos': (it: ThingOn<'notes', 'memos'>) => ours(it.text),
  'notes.discussions': (it: ThingOn<'notes', 'discussions'>) => named(it.withWhom, it.text, 'third'),
};

const sayers: Readonly<Record<string, unknown>> = { ...floor, ...early, ...reading, ...relating, ...arguing };

const named = (name: string, text?: string, textWhose?: Whose): Said => ({
  name,
  ...(text === undefined ? {} : { text }),
  ...(textWhose === undefined ? {} : { textWhose }),
});

const ours = (name: string, text?: string): Said => ({ ...named(name, text, 'third'), whose: 'third' });

function plain(thing: Held<object>): Said {
  const { name, text, label } = thing as { name?: string; text?: string; label?: string };
  return named(name ?? label ?? text ?? thing.id);
}

const recordNames = (review: Review, ids: readonly string[]): string =>
  ids.map((id) => nameAt(review, 'gather.records', id)).join(' · ');

function linked(review: Review, on: ShelfName, { from, to, sort }: { from: string; to: string; sort: string }): string {
  return fill(evidenceWords.linked, { from: `“${nameAt(review, on, from)}”`, sort, to: `“${nameAt(review, on, to)}”` });
}

/** "Skivington K, Smith M et al. Title. Journal 2018;19(1):40–52." */
export function bibliographicLine(report: Report): string {
  const authors = `${report.authors.join(', ')}${report.etAl ? ' et al.' : ''}`;
  const volume = `${report.volume ?? ''}${report.issue === undefined ? '' : `(${report.issue})`}`;
  const place = [volume, report.pages].filter((part) => part !== undefined && part !== '').join(':');
  const year = [report.journal, report.year].filter((part) => part !== undefined).join(' ');
  const printed = [year, place].filter((part) => part !== '').join(';');
  return [authors, report.title, printed]
    .filter((part) => part !== '')
    .map(ended)
    .join(' ');
}

const ended = (part: string): string => (/[.?!]$/.test(part) ? part : `${part}.`);
