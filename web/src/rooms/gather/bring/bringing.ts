import type { FileReading, ImportAnswer, Readings } from '@throughline/wire';
import { gatheringWords, sayProblem } from '@throughline/words';
import { isStopped, Refused, sayError, type UploadWatch } from '../../../house/ask.js';
import {
  type BroughtFile,
  type Choice,
  type FileState,
  type Good,
  isGood,
  type NewSourceSaid,
  readingOf,
} from './brought-file.js';

/** What the list asks of the server, and of the page. */
export interface Surroundings {
  readonly read: (fields: Fields, file: File, watch: UploadWatch) => Promise<Readings>;
  readonly bring: (fields: Fields, file: File, watch: UploadWatch) => Promise<ImportAnswer>;
  readonly sourceFor: (reading: Good) => string | NewSourceSaid;
  readonly newTask: () => string;
}
type Fields = Readonly<Record<string, string>>;

const words = gatheringWords.bring;

/**
 * The files that somebody brings: each is looked at first, one after the other, and goes in when they say so. What is
 * stopped, or fails, stops no other file.
 */
export class Bringing {
  #files: readonly BroughtFile[] = [];
  #listeners = new Set<() => void>();
  #working = false;
  #stop: AbortController | undefined;
  /** In the order in which they were asked for. */
  readonly #asked: (() => Promise<void>)[] = [];

  constructor(private readonly around: Surroundings) {}

  readonly files = (): readonly BroughtFile[] => this.#files;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Puts files on the list and begins to look at them. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const key = this.around.newTask();
      const choice: Choice = { source: emptySource, votes: {}, groups: false, compare: false };
      const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
      this.#set([...this.#files, { key, file, name, bytes: file.size, choice, state: { at: 'waiting' } }]);
      this.#ask(() => this.#look(key));
    }
  }

  /** Looks at a file again, as what the person says it is. */
  lookAgain(key: string, choice: Partial<Choice> = {}): void {
    this.choose(key, choice);
    this.#put(key, (file) => {
      const reading = readingOf(file);
      return { at: 'reading', task: '', part: 0, ...(reading === undefined ? {} : { reading }) };
    });
    this.#ask(() => this.#look(key));
  }

  choose(key: string, choice: Partial<Choice>): void {
    this.#set(
      this.#files.map((file) => (file.key === key ? { ...file, choice: { ...file.choice, ...choice } } : file)),
    );
  }

  leaveOut(key: string): void {
    this.#put(key, (file) => {
      const reading = readingOf(file);
      return reading === undefined ? file.state : leftOut(reading);
    });
  }

  takeIn(key: string): void {
    this.#put(key, ({ state }) => (state.at === 'left' ? { at: 'ready', reading: state.reading } : state));
  }

  /** Takes files into the review, one after the other. `again`: the same bytes once more, knowingly. */
  bring(keys: readonly string[], again = false): void {
    for (const key of keys) this.#ask(() => this.#bring(key, again));
  }

  /** Stops what is being done and lets go of what was asked for after it. */
  stop(): void {
    this.#asked.length = 0;
    this.#stop?.abort();
    this.#set(
      this.#files.map((file) =>
        file.state.at === 'waiting' ? { ...file, state: { at: 'problem', words: words.stopped } } : file,
      ),
    );
  }

  clear(): void {
    this.stop();
    this.#set([]);
  }

  #ask(work: () => Promise<void>): void {
    this.#asked.push(work);
    if (!this.#working) void this.#workOff();
  }

  async #workOff(): Promise<void> {
    this.#working = true;
    for (let next = this.#asked.shift(); next !== undefined; next = this.#asked.shift()) await next();
    this.#working = false;
  }

  async #look(key: string): Promise<void> {
    const file = this.#file(key);
    if (file === undefined) return;
    try {
      const { files } = await this.#sending(file, 'reading', (fields, watch) =>
        this.around.read(fields, file.file, watch),
      );
      const [own, ...others] = files;
      if (own === undefined) return;
      this.#found(file, own);
      this.#set([...this.#files, ...others.map((each) => this.#partOf(file, each))]);
    } catch (error) {
      this.#put(key, () => ({ at: 'problem', words: why(error) }));
    }
  }

  #found(file: BroughtFile, reading: FileReading): void {
    const named = reading.part === undefined ? file : { ...file, part: reading.part, name: reading.name };
    const next = this.#withReading({ ...named, bytes: reading.bytes }, reading);
    this.#set(this.#files.map((each) => (each.key === file.key ? next : each)));
  }

  /** Another file of the same archive. */
  #partOf(file: BroughtFile, reading: FileReading): BroughtFile {
    const { name, bytes, part } = reading;
    const own = { ...file, key: this.around.newTask(), name, bytes, ...(part === undefined ? {} : { part }) };
    return this.#withReading(own, reading);
  }

  #withReading(file: BroughtFile, reading: FileReading): BroughtFile {
    if (!isGood(reading)) {
      return {
        ...file,
        state: { at: 'problem', words: sayProblem(reading.problem.code, reading.problem.values), reading },
      };
    }
    const { choice } = file;
    const source = choice.source === emptySource ? this.around.sourceFor(reading) : choice.source;
    const state: FileState = reading.before === undefined ? { at: 'ready', reading } : leftOut(reading);
    return { ...file, choice: { ...choice, source }, state };
  }

  async #bring(key: string, again: boolean): Promise<void> {
    const file = this.#file(key);
    const reading = file && readingOf(file);
    if (file === undefined || reading === undefined) return;
    try {
      const answer = await this.#sending(file, 'bringing', (fields, watch) =>
        this.around.bring({ ...fields, ...said(file.choice), ...(again ? { again: 'true' } : {}) }, file.file, watch),
      );
      this.#put(key, () => ({ at: 'brought', answer }));
      this.#sourceMade(file, answer.source);
    } catch (error) {
      const there = error instanceof Refused && error.problem.code === 'import.again';
      this.#put(key, () => ({ at: 'refused', words: why(error), reading, ...(there ? { again: true } : {}) }));
    }
  }

  /** Other files that were to make the very same source go into the one that is there now. */
  #sourceMade({ choice: { source: made } }: BroughtFile, id: string): void {
    if (typeof made === 'string') return;
    for (const { key, choice, state } of this.#files)
      if (state.at !== 'brought' && typeof choice.source !== 'string' && sameSource(choice.source, made))
        this.choose(key, { source: id });
  }

  async #sending<A>(
    file: BroughtFile,
    at: 'reading' | 'bringing',
    send: (fields: Fields, watch: UploadWatch) => Promise<A>,
  ): Promise<A> {
    const task = this.around.newTask();
    const reading = readingOf(file);
    const onPart = (part: number) =>
      this.#put(file.key, () => ({ at, task, part, ...(reading === undefined ? {} : { reading }) }));
    this.#stop = new AbortController();
    onPart(0);
    const { format = '', columns } = file.choice;
    const fields = {
      ...(at === 'reading' ? { task } : { import: task }),
      ...(format === '' ? {} : { format }),
      ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }),
      ...(file.part === undefined ? {} : { part: file.part }),
      ...(at === 'reading' && typeof file.choice.source === 'string' ? { source: file.choice.source } : {}),
    };
    return send(fields, { onPart, signal: this.#stop.signal });
  }

  #file(key: string): BroughtFile | undefined {
    return this.#files.find((file) => file.key === key);
  }

  #put(key: string, next: (file: BroughtFile) => FileState): void {
    this.#set(this.#files.map((file) => (file.key === key ? { ...file, state: next(file) } : file)));
  }

  #set(files: readonly BroughtFile[]): void {
    this.#files = files;
    for (const listener of this.#listeners) listener();
  }
}

const emptySource: NewSourceSaid = { name: '', kind: 'database', platform: '', searched: '', said: '' };

const why = (error: unknown): string => (isStopped(error) ? words.stopped : sayError(error));

const leftOut = (reading: Good): FileState => ({ at: 'left', reading });

const sameSource = (one: NewSourceSaid, other: NewSourceSaid): boolean =>
  one.name.trim() === other.name.trim() && one.kind === other.kind && one.platform.trim() === other.platform.trim();

/** What is said of a file when it goes in. */
function said({ source, votes, groups, compare }: Choice): Fields {
  const named = Object.values(votes);
  return {
    ...(typeof source === 'string' ? { source } : { ...source }),
    ...(named.length === 0 ? {} : { votes: JSON.stringify(named) }),
    ...(groups ? { groups: 'true' } : {}),
    ...(compare ? { compare: 'true' } : {}),
  };
}
