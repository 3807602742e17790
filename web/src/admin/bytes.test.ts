import { describe, expect, it } from 'vitest';
import { fromMegabytes, inMegabytes, sayBytes } from './bytes.js';

describe('room on the disk', () => {
  it.each([
    [0, '0.0 MB'],
    [412_000, '0.4 MB'],
    [12_345_678, '12 MB'],
    [3_210_000_000, '3.2 GB'],
    [1_234_000_000_000, '1,234 GB'],
  ])('says %d bytes as %s', (bytes, said) => expect(sayBytes(bytes)).toBe(said));

  it('is the same after it was typed in megabytes', () => expect(inMegabytes(fromMegabytes(250))).toBe(250));
});
