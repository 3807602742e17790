import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CountingTurns } from './numbers.js';

it('whoever asks to count twice counts once, each in turn', async () => {
  const [turns, counted] = [new CountingTurns(), [] as string[]];
  const [a, b] = [() => void counted.push('a'), () => void counted.push('b')];
  for (const each of [a, b, a, b, a]) turns.take(each);
  await new Promise<void>((resolve) => turns.take(resolve));
  expect(counted).toEqual(['a', 'b']);
  turns.take(a);
  await new Promise<void>((resolve) => turns.take(resolve));
  expect(counted).toEqual(['a', 'b', 'a']);
});

it('after a long count others have their turn before the next', async () => {
  const turns = new CountingTurns();
  const happened: string[] = [];
  const long = () => {
    const began = performance.now();
    while (performance.now() - began < 50) happened.at(-1);
    happened.push('counted');
  };
  turns.take(long);
  const next = new Promise<void>((resolve) =>
    turns.take(() => {
      happened.push('counted again');
      resolve();
    }),
  );
  while (happened.length === 0) await wait(1);
  // Less than the rest that follows: 9 × 50 ms. Timers of one process keep their order.
  await wait(30);
  happened.push('something else');
  await next;
  expect(happened).toEqual(['counted', 'something else', 'counted again']);
});

it('one that has left is not counted, and one that fails stops nobody', async () => {
  const turns = new CountingTurns();
  const warned = new Promise((resolve) => process.once('warning', resolve));
  const gone = () => expect.unreachable();
  turns.take(() => {
    throw new Error('cannot be counted');
  });
  turns.take(gone);
  turns.leave(gone);
  await new Promise<void>((resolve) => turns.take(resolve));
  expect(await warned).toMatchObject({ message: 'cannot be counted' });
});
