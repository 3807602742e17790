import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptInAFolder } from './testing/places.js';
import { type Answers, answersTo, questionsOf } from './testing/two-sessions-asking.js';
import { everybodyHears, heardUpTo, missedSince } from './testing/two-sessions-following.js';
import { Hider, type Hiding, forHidings } from './testing/two-sessions-hiding.js';
import { answersToTries, triesOf } from './testing/two-sessions-trying.js';
import { type Session, type Sessions, threeSessions } from './testing/two-sessions.js';

/**
 * L8 through the real server: whatever others do that is hidden from somebody, everything that they can ask for, hear,
 * and be refused stays what it was, and as long as it was.
 */
describe('what is hidden from somebody', () => {
  let sessions: Sessions;
  let looks: ReadonlyMap<Session['name'], () => Promise<Answers>>;
  let hiders: ReadonlyMap<Session['name'], Hider>;
  beforeAll(async () => {
    sessions = await threeSessions(await keptInAFolder());
    hiders = new Map(sessions.all.map((each) => [each.name, new Hider(each)]));
    const looking = sessions.all.map(async (each) => [each.name, await looksOf(each)] as const);
    looks = new Map(await Promise.all(looking));
  }, 60_000);
  afterAll(() => sessions.leave());

  /** Asks every question, and makes every try that is refused. */
  async function looksOf(self: Session): Promise<() => Promise<Answers>> {
    const questions = await questionsOf(sessions, self);
    const tries = await triesOf(sessions, sessions.session('lead'), self);
    return async () => {
      const [answers, refusals] = [await answersTo(questions, self), await answersToTries(tries, sessions, self)];
      expect([...refusals].filter(([, answer]) => !answer.startsWith('{"refused"'))).toEqual([]);
      return new Map([...answers, ...refusals]);
    };
  }

  const happened = new Map<string, number>();
  const told = { hidden: 0, own: 0 };

  async function hides({ by, moves }: Hiding): Promise<void> {
    for (const move of moves) {
      if ((await hiders.get(by)?.does(move)) !== true) continue;
      const name = `${move.does} ${move.does === 'undo' ? '' : move.sort}`;
      happened.set(name, (happened.get(name) ?? 0) + 1);
    }
  }

  const look = async (names: readonly Session['name'][]) =>
    new Map(await Promise.all(names.map(async (name) => [name, await looks.get(name)?.()] as const)));

  async function staysTheSame(hiding: Hiding): Promise<void> {
    const others = (['lead', 'reviewer', 'commenter'] as const).filter((name) =>
      hiding.from === 'commenter' ? name === 'commenter' : name !== hiding.by,
    );
    const first = await everybodyHears(sessions);
    const heard = new Map(
      await Promise.all(sessions.all.map(async (each) => [each, await heardUpTo(first, each)] as const)),
    );
    const before = await look([...others, hiding.by]);
    await hides(hiding);
    const after = await look([...others, hiding.by]);
    for (const name of others) expect(differences(before.get(name), after.get(name))).toEqual([]);
    if (differences(before.get(hiding.by), after.get(hiding.by)).length > 0) told.own += 1;
    const last = await everybodyHears(sessions);
    for (const [self, { events, cursor }] of heard) {
      const since = await heardUpTo(last, self);
      if (!others.includes(self.name)) continue;
      expect(since.events.map(({ type }) => type)).toEqual(['change', 'counts']);
      expect(numbersIn(since.events)).toEqual(numbersIn(events));
      expect(await missedSince(cursor, last, sessions, self)).toMatchObject([{ id: last }]);
      told.hidden += 1;
    }
  }

  it('L8 changes nothing that they can ask for, hear or be refused', { timeout: 120_000 }, async () => {
    await forHidings(15, staysTheSame);
    // It would hold as well if nothing had happened.
    for (const name of ['make vote', 'edit vote', 'remove vote', 'make memo', 'make level', 'undo '])
      expect([name, happened.get(name) ?? 0]).toEqual([name, expect.toSatisfy((times: number) => times > 0)]);
    expect(told.hidden).toBeGreaterThanOrEqual(15);
    expect(told.own).toBeGreaterThan(2);
  });
});

/** Each question that is answered in another way, and the words around the first place that differs. */
const differences = (before: Answers = new Map(), after: Answers = new Map()) =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((question) => {
    const [was = '', is = ''] = [before.get(question), after.get(question)];
    if (was === is) return [];
    const at = was.split('').findIndex((letter, n) => letter !== is[n]);
    return [{ question, was: around(was, at), is: around(is, at) }];
  });

const around = (text: string, at: number) => text.slice(Math.max(0, at - 200), at + 200);

const numbersIn = (events: readonly { readonly type: string }[]) => {
  const { cursor: _, ...numbers } = { cursor: '', ...events.findLast(({ type }) => type === 'counts') };
  return numbers;
};
