import { formats, summarise, type FoundRecord } from '@throughline/formats';
import { describe, expect, it } from 'vitest';
import { readAside } from './aside.js';

const ris = Array.from(
  { length: 1200 },
  (_, at) => `TY  - JOUR\nTI  - Link workers, part ${at}\nAU  - Moffatt, S\nAB  - ${'trust '.repeat(40)}\nER  - \n\n`,
).join('');

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('work that is done aside', () => {
  it('reads a file as it is read here, in its order', async () => {
    const aside: FoundRecord[] = [];
    const report = await readAside('ris', pieces(ris, 10_007), 'records', (records) => {
      aside.push(...records);
    });
    const here: FoundRecord[] = [];
    const format = formats.find(({ name }) => name === 'ris');
    const expected = format && (await summarise(format.read(pieces(ris, 4096)), (each) => void here.push(each)));
    expect(aside).toEqual(here);
    expect(report).toEqual(expected);
    expect(aside).toHaveLength(1200);
  });

  it('ends when what it reads breaks off', async () => {
    async function* broken() {
      yield* pieces(ris.slice(0, 50_000), 8192);
      throw new Error('the upload was stopped');
    }
    await expect(readAside('ris', broken(), 'records', () => {})).rejects.toThrow('the upload was stopped');
  });

  it('ends when whoever listens throws', async () => {
    const listening = readAside('ris', pieces(ris, 8192), 'texts', () => {
      throw new Error('enough');
    });
    await expect(listening).rejects.toThrow('enough');
  });
});
