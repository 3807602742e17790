import { describe, expect, it } from 'vitest';
import type { ColumnField, FoundRecord } from '../contract.js';
import { csv } from '../csv/format.js';
import type { FoundDecision } from '../decided/decision.js';

const said = (decision: Partial<FoundDecision>): FoundDecision => ({ reasons: [], labels: [], notes: [], ...decision });

async function recordsIn(text: string, columns?: readonly (ColumnField | null)[]): Promise<FoundRecord[]> {
  const records: FoundRecord[] = [];
  const bytes = new TextEncoder().encode(text);
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  for await (const found of csv.read(once(), columns === undefined ? {} : { columns })) {
    if (found.kind === 'record') records.push(found);
  }
  return records;
}

const decided = async (text: string) => (await recordsIn(text)).map((record) => record.decided ?? []);

describe('decisions in tables', () => {
  it('are read from a column a reviewer, and from the one of the group', async () => {
    expect(
      await decided('title,reviewer_NM,reviewer_2,final decision\nA,yes,no,Maybe\nB,IN - read next,,excluded\n'),
    ).toEqual([
      [said({ by: 'NM', answer: 'include' }), said({ by: 'reviewer_2', answer: 'exclude' }), said({ answer: 'maybe' })],
      [said({ by: 'NM', answer: 'include', notes: ['read next'] }), said({ answer: 'exclude' })],
    ]);
  });

  it('tell their stage by the name of their column', async () => {
    const text = 'title,Title/Abstract Screening,Full text decision\nA,include,exclude\n';
    expect(await decided(text)).toEqual([
      [said({ answer: 'include', stage: 'title-abstract' }), said({ answer: 'exclude', stage: 'full-text' })],
    ]);
  });

  it('are read from ASReview, whose library notes are not decisions', async () => {
    const text =
      'title,notes,asreview_label,asreview_note,asreview_user_name\nA,From the library,1,On waiting,Ada\nB,,0,,\nC,,,,\n';
    expect(await decided(text)).toEqual([
      [said({ by: 'Ada', answer: 'include', notes: ['On waiting'] })],
      [said({ answer: 'exclude' })],
      [],
    ]);
  });

  it('are read from Covidence', async () => {
    const header = 'Title,Authors,Abstract,Published Year,DOI,Covidence #,Study,Notes,Tags\n';
    const [record] = await recordsIn(
      `${header}A,"Weiß, B.",,2019,,#12,Weiß 2019,Exclusion reason: Wrong setting; ,Ongoing\n`,
    );
    expect(record).toMatchObject({ vendor: 'covidence', number: 12 });
    expect(record?.decided).toEqual([
      said({ answer: 'exclude', stage: 'full-text', reasons: ['Wrong setting'] }),
      said({ labels: ['Ongoing'] }),
    ]);
  });

  it('are no decisions where numbers and questions only look like some', async () => {
    const text = 'title,agreement,SCREEN: adults?,included references\nA,1,yes,1\nB,0,no,0\nC,2,yes,31\n';
    expect(await decided(text)).toEqual([[], [], []]);
  });

  it('are what a person says they are, columns named or not', async () => {
    const columns = ['title', 'decidedBy', 'answer', 'reasons', 'notes', 'group', null] as const;
    const [record] = await recordsIn('a,b,c,d,e,f,g\nOne,Ada,no,too old,see page 3,r1,left\n', columns);
    expect(record?.decided).toEqual([
      said({ by: 'Ada', answer: 'exclude', reasons: ['too old'], notes: ['see page 3'] }),
    ]);
    expect(record?.group).toBe('r1');
    expect(record?.reference.title).toBe('One');
  });
});
