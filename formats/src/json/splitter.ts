import { type Lines, longestRecord } from '../contract.js';
import type { CutRecord } from '../xml/found-records.js';
import { countOf } from '../xml/characters.js';
import { HeldText } from '../xml/held-text.js';
import { Brackets } from './brackets.js';

/** Members of an answer that hold its records ("results": […]), and those that hold such an answer. */
const listKeys: ReadonlySet<string> = new Set(['items', 'results', 'data', 'works', 'references', 'records']);
const answerKeys: ReadonlySet<string> = new Set(['message', 'response']);

/** One member of the list, as text. `broken`: its brackets do not match; it goes to where the next one seems to begin. */
export interface SplitObject extends CutRecord {
  readonly broken: boolean;
}

/** The first part of a record whose rest was let go. */
interface OpenObject {
  from: number;
  readonly line: number;
  readonly brackets: Brackets;
  /** It may still turn out to be an answer that holds the records. */
  readonly mayHold: boolean;
  overlong?: { readonly raw: string; readonly lines: Lines };
}

/** A record whose brackets do not match, until the next one is found. */
interface BrokenObject {
  readonly from: number;
  readonly line: number;
  readonly firstKey: string;
  /** Its first part, where it is longer than `longestRecord`. */
  readonly raw?: string;
}

/**
 * Cuts JSON into its records: the members of the list, wherever it stands in an answer; a single object; or one object a
 * line. By brackets and quotation marks alone, so that a record which is no JSON in itself spoils no other. Holds one
 * record at a time, at most `longestRecord` characters of it.
 */
export class JsonSplitter {
  readonly #held = new HeldText();
  #out: SplitObject[] = [];
  #at = 0;
  /** What the records stand in, from the outside: lists of records, answers around them, anything else. */
  readonly #around: ('list' | 'answer' | 'else')[] = [];
  /** Inside a string that is in no record. */
  #inString = false;
  /** Where the last string outside records began, and the key that it may be. */
  #stringFrom = 0;
  #key = '';
  #record: OpenObject | undefined;
  #broken: BrokenObject | undefined;

  push(text: string): SplitObject[] {
    this.#held.push(text);
    this.#advance(false);
    const record = this.#record;
    if (record !== undefined && record.overlong === undefined && this.#held.to - record.from > longestRecord) {
      this.#cut(record);
    }
    this.#cutBroken();
    this.#held.letGo(Math.min(this.#needed(), this.#held.to));
    return this.#take();
  }

  end(): SplitObject[] {
    this.#advance(true);
    const record = this.#record;
    if (record !== undefined) this.#emit(record, this.#held.to, 'file');
    this.#closeBroken(this.#held.to);
    return this.#take();
  }

  #cutBroken(): void {
    const broken = this.#broken;
    if (broken === undefined || broken.raw !== undefined || this.#at - broken.from <= longestRecord) return;
    this.#broken = { ...broken, raw: this.#held.slice(broken.from, broken.from + longestRecord) };
  }

  #take(): SplitObject[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #needed(): number {
    if (this.#broken !== undefined && this.#broken.raw === undefined) return this.#broken.from;
    if (this.#record !== undefined && this.#record.overlong === undefined) return this.#record.from;
    // A string outside records is held while it may be a key.
    const mayBeKey = this.#inString && this.#at - this.#stringFrom <= longestKey;
    return mayBeKey ? this.#stringFrom : this.#at;
  }

  #advance(final: boolean): void {
    let goesOn = true;
    while (goesOn && this.#at < this.#held.to) {
      if (this.#broken !== undefined) goesOn = this.#stepBroken(this.#broken, final);
      else if (this.#record !== undefined) this.#stepInside(this.#record);
      else this.#stepOutside();
    }
  }

  #stepOutside(): void {
    if (this.#inString) {
      this.#stepString();
      return;
    }
    const at = this.#at;
    const mark = this.#held.slice(at, at + 1);
    this.#at += 1;
    if (mark === '"') {
      this.#inString = true;
      this.#stringFrom = at;
    } else if (mark === '{' || mark === '[') this.#opens(mark, at);
    // One brace too many closes no list.
    else if (mark === ']' || (mark === '}' && this.#around.at(-1) !== 'list')) this.#around.pop();
  }

  #stepString(): void {
    const held = this.#held;
    const end = held.search(stringMark, this.#at);
    if (end < 0) this.#at = held.to;
    else if (held.code(end) === 92) this.#at = end + 2;
    else {
      this.#key =
        end - this.#stringFrom <= longestKey ? held.slice(Math.max(this.#stringFrom + 1, held.from), end) : '';
      this.#inString = false;
      this.#at = end + 1;
    }
  }

  #opens(mark: string, at: number): void {
    const place = this.#around.at(-1);
    const isRoot = place === undefined;
    if (mark === '[') {
      const holds = isRoot || place === 'list' || (place === 'answer' && listKeys.has(this.#key));
      this.#around.push(holds ? 'list' : 'else');
    } else if (isRoot || place === 'list') this.#begin(at, isRoot);
    else if (place === 'answer' && answerKeys.has(this.#key)) this.#begin(at, true);
    else this.#around.push('else');
  }

  #begin(from: number, mayHold: boolean): void {
    this.#record = { from, line: this.#held.lineAt(from), brackets: new Brackets(from), mayHold };
    this.#at = from;
  }

  #stepInside(record: OpenObject): void {
    const { brackets } = record;
    const state = brackets.step(this.#held);
    this.#at = brackets.at;
    if (state === 'closed') this.#emit(record, this.#at, 'own');
    else if (state === 'broken') this.#break(record);
    else if (state === 'opened' && record.mayHold) this.#mayTurn(record);
  }

  /** An object that may be an answer has opened something inside. */
  #mayTurn(record: OpenObject): void {
    const { depth, key, opened } = record.brackets;
    if (depth !== 2 || this.#at - record.from > longestRecord) return;
    if (opened === '[' && listKeys.has(key)) {
      this.#around.push('answer', 'list');
      this.#record = undefined;
    } else if (opened === '{' && answerKeys.has(key)) {
      this.#around.push('answer');
      this.#begin(this.#at - 1, true);
    }
  }

  #emit(record: OpenObject, to: number, end: 'own' | 'file'): void {
    if (record.overlong === undefined && to - record.from > longestRecord) this.#cut(record);
    this.#record = undefined;
    const last = this.#held.lineAt(Math.max(this.#held.from, to - 1));
    if (record.overlong !== undefined) {
      this.#out.push({ ...record.overlong, end: 'limit', letGoTo: last, broken: false });
    } else {
      const raw = this.#held.slice(record.from, to);
      const text = end === 'own' ? raw : raw.trimEnd();
      this.#out.push({ raw: text, lines: { from: record.line, to: last }, end, broken: false });
    }
  }

  #cut(record: OpenObject): void {
    const raw = this.#held.slice(record.from, record.from + longestRecord);
    const to = this.#held.lineAt(record.from + longestRecord - 1);
    record.overlong = { raw, lines: { from: record.line, to } };
  }

  /** The next record that begins like this one is where reading goes on; it may stand in what seemed to be a string. */
  #break(record: OpenObject): void {
    const { brackets, from, line } = record;
    if (record.overlong === undefined && this.#at - from > longestRecord) this.#cut(record);
    this.#record = undefined;
    this.#broken = { from, line, firstKey: brackets.firstKey, ...(record.overlong ?? {}) };
    if (record.overlong === undefined) this.#at = Math.max(brackets.stringFrom, from + 1);
  }

  #stepBroken(broken: BrokenObject, final: boolean): boolean {
    const found = this.#held.search(objectStart(broken.firstKey), this.#at);
    if (found < 0 || (!final && found + lookahead > this.#held.to)) {
      this.#at = final ? this.#held.to : Math.max(this.#at, this.#held.to - lookahead);
      return false;
    }
    this.#closeBroken(found);
    this.#begin(found, false);
    return true;
  }

  #closeBroken(to: number): void {
    const broken = this.#broken;
    this.#broken = undefined;
    if (broken === undefined) return;
    const all = broken.raw ?? this.#held.slice(broken.from, Math.min(to, broken.from + longestRecord));
    const raw = all.trimEnd().replace(/,$/, '');
    const last = broken.line + countOf(raw);
    this.#held.lineAt(to);
    this.#out.push({ raw, lines: { from: broken.line, to: last }, end: 'own', broken: true });
  }
}

const stringMark = /["\\]/g;
/** Characters. No key that matters is longer. */
const longestKey = 64;
/** Characters that always suffice to tell whether an object begins with a certain key. */
const lookahead = 256;

function objectStart(key: string): RegExp {
  const written = key.replace(/[^A-Za-z0-9_ -]/g, '\\$&');
  return key === '' ? /\{\s{0,80}"/g : new RegExp(`\\{\\s{0,80}"${written}"\\s{0,20}:`, 'g');
}
