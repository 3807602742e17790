import { describe, expect, it } from 'vitest';
import { type Telling, told } from '../../test/telling.js';
import { overlapOf } from './overlap.js';

const gives = (telling: Telling, source: string, kind: string, count: number): Telling =>
  telling.does('AT', 'source.made', { id: source, kind, name: source.toUpperCase() }).does('AT', 'source.imported', {
    id: `${source}-file`,
    source,
    file: { name: `${source}.ris`, content: 'b'.repeat(64), bytes: 9 },
    format: 'ris',
    unread: 0,
    records: Array.from({ length: count }, (_, at) => ({
      id: `${source}.${at + 1}`,
      number: at + 1,
      lines: [at + 1, at + 1],
      label: 'Ito 2019',
    })),
  });

/** Three sources and a bibliography: medline.1 is also embase.1, medline.2 and medline.3 are one, lists.1 is everywhere. */
const searched = () =>
  ['medline database 4', 'embase database 2', 'alert alert 1', 'list bibliography 2']
    .map((each) => each.split(' '))
    .reduce((telling, [id = '', kind = '', count]) => gives(telling, id, kind, Number(count)), told())
    .does('AT', 'duplicate-group.made', { id: 'g1', records: ['medline.1', 'embase.1', 'list.1'] })
    .does('AT', 'duplicate-group.made', { id: 'g2', records: ['medline.2', 'medline.3'] })
    .does('AT', 'duplicate-group.made', { id: 'g3', records: ['medline.4', 'embase.2', 'alert.1'] });

const counted = ({ review }: Telling) =>
  overlapOf(review).sources.map(({ source, records, works, only, also }) => [source.id, records, works, only, also]);

describe('the overlap of sources', () => {
  it('says of each what it gave, and what it alone gave', () => {
    const telling = searched();
    expect(counted(telling)).toEqual([
      ['medline', 4, 3, 1, 2],
      ['embase', 2, 2, 0, 2],
      ['alert', 1, 1, 0, 1],
    ]);
    expect(overlapOf(telling.review).shared).toEqual([
      [3, 2, 1],
      [2, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('counts a record of a bibliography with the source that its route names', () => {
    const telling = searched().does('AT', 'route.made', { id: 'w', record: 'list.2', by: 'alert', source: 'alert' });
    expect(counted(telling)[2]).toEqual(['alert', 2, 2, 1, 1]);
  });

  it('forgets the records of an import that was taken back', () => {
    const telling = gives(told(), 'medline', 'database', 2);
    const writes = [{ do: 'remove', on: 'gather.imports', id: 'medline-file' }];
    telling.does('AT', 'change.undone', { change: telling.last.id, writes });
    expect(counted(telling)).toEqual([['medline', 0, 0, 0, 0]]);
  });
});
