import { describe, expect, it } from 'vitest';
import { HandingOn } from './handing-on.js';

describe('handing on', () => {
  it('gives everything, in order, and never two at once', async () => {
    const handing = new HandingOn<number>();
    let ahead = 0;
    const giving = (async () => {
      for (let value = 1; value <= 50; value += 1) {
        ahead += 1;
        await handing.give(value);
      }
      handing.end();
    })();
    const taken: number[] = [];
    for await (const value of handing.taken()) {
      taken.push(value);
      await Promise.resolve();
      expect(ahead).toBeLessThanOrEqual(taken.length + 2);
    }
    await giving;
    expect(taken).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  });

  it('passes on what went wrong', async () => {
    const handing = new HandingOn<number>();
    handing.fail(new RangeError('broken'));
    await expect(handing.taken().next()).rejects.toThrow(RangeError);
  });

  it('stops whoever gives when nobody takes any more', async () => {
    const handing = new HandingOn<number>();
    const first = handing.give(1);
    for await (const value of handing.taken()) {
      expect(value).toBe(1);
      break;
    }
    await first;
    await expect(handing.give(2)).rejects.toThrow('nobody takes any more');
  });
});
