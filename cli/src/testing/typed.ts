import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../io.js';
import { type ExitCode, run } from '../run.js';

/** What a command said and how it ended. */
export interface Typed {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Somebody at a command line: a folder of their own, which goes away with them. */
export class Person {
  /** What they type into a command that reads standard input. */
  says = '';

  private constructor(readonly folder: string) {}

  static async arrives(): Promise<Person> {
    return new Person(await mkdtemp(join(tmpdir(), 'throughline-cli-')));
  }

  /** Types a command, in their own folder; their settings are in it too. */
  async types(...argv: string[]): Promise<Typed> {
    const said = { out: '', err: '' };
    const io: Io = {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      input: () => Promise.resolve(this.says),
      errIsTerminal: false,
      env: { THROUGHLINE_HOME: join(this.folder, 'home') },
      cwd: this.folder,
      stopped: () => Promise.resolve(),
      show: () => {},
    };
    const code = await run(argv, io);
    return { code, ...said };
  }

  /** The one JSON object that a command prints. */
  async asks<T>(...argv: string[]): Promise<T> {
    const { out } = await this.types(...argv, '--json');
    return JSON.parse(out) as T;
  }

  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  leaves(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
