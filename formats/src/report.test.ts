import { describe, expect, it } from 'vitest';
import type { FoundRecord } from './contract.js';
import { mostListed, summarise } from './report.js';
import { ris } from './ris/format.js';
import { inPieces } from './testing/found-in.js';

const read = (text: string) => ris.read(inPieces(new TextEncoder().encode(text), []));

describe('the report on a file', () => {
  it('counts records, lists what was not read, sums the debris', async () => {
    const records: FoundRecord[] = [];
    const report = await summarise(
      read('1.\nTY  - JOUR\nTI  - A\nER  - \nLost\n2.\nTY  - JOUR\nTI  - B\n'),
      (record) => {
        records.push(record);
      },
    );
    expect(records.map(({ reference }) => reference.title)).toEqual(['A', 'B']);
    expect(report).toMatchObject({ records: 2, unreadTotal: 2, passedOver: { 'running-number': 2 } });
    expect(report.unread.map(({ reason }) => reason)).toEqual(['lines.outside-record', 'record.unfinished']);
  });

  it('stops listing, not counting, where a file is full of trouble', async () => {
    const report = await summarise(read('Lost\n1.\n'.repeat(mostListed + 5)));
    expect(report.unread).toHaveLength(mostListed);
    expect(report.unreadTotal).toBe(mostListed + 5);
  });
});
