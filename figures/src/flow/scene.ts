import type { ArmFlow, Count, FullFlow, Ref } from '@throughline/core';
import type { FigureWords, FlowStep } from '../words.js';
import { type Notes, noted } from './notes.js';

/** What the flow figure says: every text in words, nothing placed. */
export interface FlowScene {
  readonly arms: readonly ArmScene[];
  readonly total: BoxScene;
  /** What the marks beside numbers mean. */
  readonly legend: readonly LegendLine[];
}

export interface ArmScene {
  readonly name: string;
  readonly identified: BoxScene;
  readonly duplicates: BoxScene;
  readonly screened: BoxScene;
  readonly excluded: BoxScene;
  readonly sought: BoxScene;
  readonly notRetrieved: BoxScene;
  readonly assessed: BoxScene;
  readonly excludedAtFullText: BoxScene;
  readonly included: BoxScene;
}

export interface BoxScene {
  readonly head: string;
  readonly count?: CountScene;
  readonly rows: readonly RowScene[];
  /** Rows of which no number is known, and what stands over them. */
  readonly unknown?: { readonly head: string; readonly rows: readonly RowScene[] };
}

/** A number in words, and what opens when it is pointed at. */
export interface CountScene {
  readonly text: string;
  readonly label: string;
  readonly ref: Ref;
  /** Nothing is known: it is said quietly. */
  readonly unknown: boolean;
}

export interface RowScene extends CountScene {
  readonly name: string;
}

export interface LegendLine {
  readonly sign: string;
  readonly says: string;
  readonly ref?: Ref;
}

export function flowScene(flow: FullFlow, words: FigureWords): FlowScene {
  const notes = noted(words);
  const arms = [flow.databases, flow.others].filter(isUsed).map((arm) => armScene(arm, words, notes));
  const total = totalScene(flow, words, notes);
  return { arms, total, legend: notes.legend() };
}

/** An arm that nobody searched and that gave nothing is not drawn. */
const isUsed = ({ sources, identified, included }: ArmFlow): boolean =>
  sources.length > 0 || isSome(identified) || isSome(included);

const isSome = (count: Count): boolean => count.basis !== 'not reported' && count.value > 0;

/** Is there nothing to draw yet? */
export const isEmptyFlow = ({ databases, others }: FullFlow): boolean => !isUsed(databases) && !isUsed(others);

function armScene(flow: ArmFlow, words: FigureWords, notes: Notes): ArmScene {
  const box = (step: FlowStep, count: Count, rows: readonly RowScene[] = []): BoxScene => ({
    head: words.flow.steps[step],
    count: countScene(count, words.flow.steps[step], placeOf(flow, step), words, notes),
    rows,
  });
  const sources = flow.sources.map((source) => sourceRow(source, words, notes));
  const identified = box(
    'identified',
    flow.identified,
    sources.filter(({ unknown }) => !unknown),
  );
  const rows = sources.filter(({ unknown }) => unknown).map((each) => ({ ...each, text: '' }));
  return {
    name: words.flow.arms[flow.arm],
    identified: rows.length === 0 ? identified : { ...identified, unknown: { head: words.flow.notReportedFor, rows } },
    duplicates: box('duplicates', flow.duplicates),
    screened: box('screened', flow.screened),
    excluded: box('excluded', flow.excluded),
    sought: box('sought', flow.sought),
    notRetrieved: box('notRetrieved', flow.notRetrieved),
    assessed: box('assessed', flow.assessed),
    excludedAtFullText: box('excludedAtFullText', flow.excludedAtFullText, reasonRows(flow, words)),
    included: box('included', flow.included, kindRows(flow, words, notes)),
  };
}

/** The name of a count of the flow that rests on no thing of its own. */
const placeOf = ({ arm }: ArmFlow, count: string): Ref => ({ on: 'screen.flow', id: `${arm}.${count}` });

function countScene(count: Count, what: string, place: Ref, words: FigureWords, notes: Notes): CountScene {
  const ref = count.basis === 'stated' ? { on: 'floor.counts' as const, id: count.id } : place;
  const unknown = count.basis === 'not reported';
  const text = unknown
    ? words.flow.notReported
    : words.flow.n(`${words.number(count.value)}${notes.sign(count, what)}`);
  return { text, ref, unknown, label: `${what}: ${text}` };
}

/** The same, with what it counts beside it. */
function row(name: string, count: Count, place: Ref, words: FigureWords, notes: Notes): RowScene {
  return { name, ...countScene(count, name, place, words, notes) };
}

function sourceRow(source: ArmFlow['sources'][number], words: FigureWords, notes: Notes): RowScene {
  const name = source.platform === undefined ? source.name : `${source.name} (${source.platform})`;
  return row(name, source.records, { on: 'gather.sources', id: source.id }, words, notes);
}

function reasonRows(flow: ArmFlow, words: FigureWords): RowScene[] {
  return flow.reasons.map(({ reason, count }) => {
    const text = words.flow.n(words.number(count));
    return {
      name: reason,
      text,
      label: `${reason}: ${text}`,
      ref: placeOf(flow, 'excludedAtFullText'),
      unknown: false,
    };
  });
}

/** Told apart by kind only where there is more than one. */
function kindRows(flow: ArmFlow, words: FigureWords, notes: Notes): RowScene[] {
  if (flow.arm === 'database' && flow.includedBy.length < 2) return [];
  return flow.includedBy.map(({ kind, count }) =>
    row(words.sourceKinds[kind], count, placeOf(flow, `included.${kind}`), words, notes),
  );
}

function totalScene(flow: FullFlow, words: FigureWords, notes: Notes): BoxScene {
  const { includedReports, includedStudies, studiesStated, studiesInferred } = flow;
  const { reports: ofReports, studies: ofStudies } = words.contributions;
  const counted = (count: Count, say: (value: number) => string, what: string): string =>
    count.basis === 'not reported' ? words.flow.notReported : `${say(count.value)}${notes.sign(count, what)}`;
  const stated = studiesStated && {
    number: words.number(studiesStated.value),
    sign: notes.sign(studiesStated, ofStudies),
  };
  const studies = words.flow.studies(counted(includedStudies, words.studies, ofStudies), stated, studiesInferred);
  const line = (name: string, of: string): RowScene => {
    return { name, text: '', label: name, ref: { on: 'screen.flow', id: `included.${of}` }, unknown: false };
  };
  return {
    head: words.flow.total,
    rows: [line(counted(includedReports, words.reports, ofReports), 'reports'), line(studies, 'studies')],
  };
}
