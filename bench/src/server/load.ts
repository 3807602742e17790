import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../row.js';
import { Following } from './following.js';
import { Reviewer } from './reviewer.js';
import { type TeamSize, gatherTeam } from './team.js';

// The second process: a hundred people at their browsers, each with a session and an open live stream.

/** What the first process tells this one. */
export interface Task extends TeamSize {
  readonly origin: string;
  readonly setupKey: string;
  /** Changes that are sent in a second, whether the server keeps up or not, and for how many seconds. */
  readonly pace: number;
  readonly seconds: number;
  /** After that, everybody as fast as they are answered. */
  readonly rushSeconds: number;
}

/** What this one found. Times are milliseconds from the moment at which a change was to be sent. */
export interface Found {
  readonly review: string;
  readonly accepted: readonly string[];
  readonly paced: {
    readonly accepted: number;
    readonly seconds: number;
    readonly median: number;
    readonly p99: number;
  };
  readonly rush: { readonly accepted: number; readonly seconds: number };
  /** From sending to arrival in everybody else's window. */
  readonly live: { readonly arrivals: number; readonly median: number; readonly p95: number; readonly p99: number };
  /** Changes that somebody's window never heard of, or twice; windows that had to start again. */
  readonly unheard: number;
  readonly doubled: number;
  readonly again: number;
  readonly failed: readonly string[];
}

process.once('message', (task) => {
  run(task as Task).then(
    (found) => process.send?.(found, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});

async function run(task: Task): Promise<Found> {
  const { review, sessions } = await gatherTeam(task.origin, task.setupKey, task);
  say(`${sessions.length} people are in`);
  const sent = new Map<string, number>();
  const arrivals: number[] = [];
  let listening = true;
  const arrived = (change: string) => {
    const at = sent.get(change);
    if (listening && at !== undefined) arrivals.push(performance.now() - at);
  };
  const windows = await Promise.all(
    sessions.map(async (session) => new Following(await session.follow(`/api/reviews/${review}/live`), arrived)),
  );
  const people = sessions.map(
    (session, n) => new Reviewer(session, `p${n}`, review, (change) => sent.set(change, performance.now())),
  );
  await Promise.all(people.map((person) => person.fetchNext()));
  const tally = new Tally();
  const took = await atPace(people, task, tally);
  const paced = { accepted: tally.accepted.length, seconds: tally.seconds(), ...middleAndEnd(took) };
  await everybodyHeard(windows, tally.toldToAll);
  listening = false;
  say(`${tally.accepted.length} changes at an even pace; the 99th took ${paced.p99.toFixed(0)} ms`);
  const before = tally.accepted.length;
  const rushed = performance.now();
  await rush(people, task, tally);
  const rushSeconds = (performance.now() - rushed) / 1000;
  await everybodyHeard(windows, tally.toldToAll);
  const unheard = windows.reduce((sum, { heard }) => sum + tally.toldToAll.filter((id) => !heard.has(id)).length, 0);
  for (const window of windows) window.leave();
  return {
    review,
    accepted: tally.accepted,
    paced,
    rush: { accepted: tally.accepted.length - before, seconds: rushSeconds },
    live: { arrivals: arrivals.length, ...middleAndEnd(arrivals), p95: quantile(arrivals, 0.95) },
    unheard,
    doubled: windows.reduce((sum, { doubled }) => sum + doubled, 0),
    again: windows.reduce((sum, { again, ended }) => sum + again + (ended ? 1 : 0), 0),
    failed: tally.failed,
  };
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const middleAndEnd = (values: readonly number[]) => ({ median: quantile(values, 0.5), p99: quantile(values, 0.99) });

/** What was acknowledged, and what was not. */
class Tally {
  readonly accepted: string[] = [];
  readonly toldToAll: string[] = [];
  readonly failed: string[] = [];
  readonly #began = performance.now();
  #last = 0;

  async count(person: Reviewer): Promise<void> {
    try {
      const done = await person.act(Math.random());
      if (done === undefined) return;
      this.#last = performance.now();
      this.accepted.push(done.id);
      if (done.toldToAll) this.toldToAll.push(done.id);
    } catch (error) {
      this.failed.push(error instanceof Error ? error.message : String(error));
    }
  }

  /** From the beginning to the last acknowledgement. */
  seconds(): number {
    return (this.#last - this.#began) / 1000;
  }
}

/**
 * Sends at an even pace, whoever's turn it is, without waiting for answers: a server that falls behind is not spared.
 * Answers how long each took, from the moment at which it was to be sent.
 */
async function atPace(people: readonly Reviewer[], { pace, seconds }: Task, tally: Tally): Promise<number[]> {
  const [took, underWay] = [[] as number[], [] as Promise<void>[]];
  const began = performance.now();
  for (let n = 0; n < pace * seconds; n += 1) {
    const due = began + (n / pace) * 1000;
    while (performance.now() < due) await wait(Math.max(0, due - performance.now()));
    const person = people[n % people.length] as Reviewer;
    underWay.push(tally.count(person).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(underWay);
  return took;
}

async function rush(people: readonly Reviewer[], { rushSeconds }: Task, tally: Tally): Promise<void> {
  const until = performance.now() + rushSeconds * 1000;
  await Promise.all(
    people.map(async (person) => {
      while (performance.now() < until && tally.failed.length < 100) await tally.count(person);
    }),
  );
}

/** Waits until every window has heard of everything, but not for ever: what is missing then is counted. */
async function everybodyHeard(windows: readonly Following[], told: readonly string[]): Promise<void> {
  const isMissing = ({ heard }: Following) => heard.size < told.length;
  for (let tries = 0; tries < 100 && windows.some(isMissing); tries += 1) await wait(100);
}
