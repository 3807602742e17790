import type { Comparable } from '@throughline/matching';
import { type Described, comparable, described } from './described.js';

/** Two records of which somebody said whether they are the same report. */
export interface LabelledPair {
  /** Where the file names it. */
  readonly name?: string;
  /** train, valid or test, where the file is parted. */
  readonly split?: string;
  readonly a: Comparable;
  readonly b: Comparable;
  readonly same: boolean;
}

/** Every record's work is known. */
export interface ClusterSet {
  readonly truth: 'clusters';
  readonly name: string;
  readonly records: readonly Comparable[];
  /** The work of each record, by the record's id. */
  readonly works: ReadonlyMap<string, string>;
  /** The truth was made by a program: what contradicts it need not be wrong. */
  readonly silver: boolean;
}

/** Of every record it is known whether it has a twin, and not which one. */
export interface FlagSet {
  readonly truth: 'flags';
  readonly name: string;
  readonly records: readonly Comparable[];
  readonly twins: ReadonlySet<string>;
}

/** Pairs only, of which the second record is cut short as in an alert. */
export interface SparseSet {
  readonly truth: 'pairs';
  readonly name: string;
  readonly pairs: readonly LabelledPair[];
}

/** Pairs that were chosen because they are hard. */
export interface HardSet {
  readonly truth: 'cases';
  readonly name: string;
  readonly pairs: readonly LabelledPair[];
}

export type LabelledSet = ClusterSet | FlagSet | SparseSet | HardSet;

/** What a file of labelled records holds; undefined for a file of another form. `name`: what it is called without its own. */
export function readSet(text: string, name: string): LabelledSet | undefined {
  const file: unknown = JSON.parse(text);
  if (!isObject(file)) return undefined;
  const called = typeof file.name === 'string' ? file.name : name;
  if (Array.isArray(file.cases))
    return { truth: 'cases', name: called, pairs: file.cases.filter(isObject).map(hardPair) };
  if (Array.isArray(file.pairs))
    return { truth: 'pairs', name: called, pairs: file.pairs.filter(isObject).map(sparsePair) };
  if (!Array.isArray(file.records)) return undefined;
  return recordSet(file, called, file.records.filter(isObject));
}

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordSet(file: Fields, name: string, records: readonly Fields[]): LabelledSet | undefined {
  const all = records.map((record, at) => ({ ...described(record), id: String(record.id ?? at) }));
  const set = { name, records: all.map(comparable) };
  if (records.every(({ cluster }) => cluster !== undefined && cluster !== '')) {
    const works = new Map(all.map(({ id }, at) => [id, String(records[at]?.cluster)]));
    const silver = /silver/i.test(`${file.truth} ${file.note} ${file.origin}`);
    return { truth: 'clusters', ...set, works, silver };
  }
  const flag = Object.keys(records[0] ?? {}).find((key) => /flag|twin|dup|label/i.test(key));
  if (flag === undefined) return undefined;
  const twins = new Set(all.map(({ id }) => id).filter((_, at) => isYes(records[at]?.[flag])));
  return { truth: 'flags', ...set, twins };
}

const isYes = (value: unknown): boolean =>
  value === true || value === 1 || /^(1|y|yes|true|dup.*)$/i.test(typeof value === 'string' ? value.trim() : '');

function hardPair(fields: Fields): LabelledPair {
  const side = (value: unknown, id: string): Comparable => comparable({ ...asDescribed(value), id });
  const [a, b] = [side(fields.record_a, 'a'), side(fields.record_b, 'b')];
  return { name: String(fields.id), a, b, same: isYes(fields.expected_duplicate) };
}

function sparsePair(fields: Fields): LabelledPair {
  const a = comparable({ ...asDescribed(fields.a), id: 'a' });
  const b = { ...comparable({ ...asDescribed(fields.b), id: 'b' }), sparse: true };
  return { ...(typeof fields.split === 'string' ? { split: fields.split } : {}), a, b, same: isYes(fields.match) };
}

const asDescribed = (value: unknown): Described => described(isObject(value) ? value : {});
