import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundDecision } from './decision.js';
import { notesOf } from './note.js';
import { decisionsInNotes, vendorOfNotes } from './notes.js';

const decision = (said: Partial<FoundDecision>): FoundDecision => ({ reasons: [], labels: [], notes: [], ...said });
const decided = (...notes: string[]) => decisionsInNotes(notes).decided;

const ada = decision({
  by: 'Ada',
  answer: 'exclude',
  reasons: ['wrong population', 'wrong outcome'],
  labels: ['carers', 'to discuss'],
  notes: ['Asks nurses, not carers', 'Table 2'],
});

describe('decisions in notes', () => {
  it.each([
    [
      'Rayyan',
      'RAYYAN-INCLUSION: {"Ada"=>"Excluded"} | RAYYAN-LABELS: carers,to discuss | ' +
        'RAYYAN-EXCLUSION-REASONS: wrong population,wrong outcome | USER-NOTES: {"Ada"=>["Asks nurses, not carers", "Table 2"]}',
    ],
    [
      'Rayyan, with blanks and no bars',
      'A note of ours RAYYAN-INCLUSION : { "Ada" => "Excluded" } RAYYAN-LABELS: carers, to discuss ' +
        'RAYYAN-EXCLUSION-REASONS: wrong population, wrong outcome USER-NOTES: { "Ada" => ["Asks nurses, not carers", "Table 2"] }',
    ],
    [
      'Rayyan, through a program of web pages',
      '<p>RAYYAN-INCLUSION: {&quot;Ada&quot;=&gt;&quot;Excluded&quot;} | RAYYAN-LABELS: carers,to discuss | ' +
        'RAYYAN-EXCLUSION-REASONS: wrong population,wrong outcome | ' +
        'USER-NOTES: {&quot;Ada&quot;=&gt;[&quot;Asks nurses, not carers&quot;, &quot;Table 2&quot;]}</p>',
    ],
    [
      'Rayyan, its quotation marks escaped',
      'RAYYAN-INCLUSION: {\\"Ada\\"=>\\"Excluded\\"} | RAYYAN-LABELS: carers,to discuss | ' +
        'RAYYAN-EXCLUSION-REASONS: wrong population,wrong outcome | ' +
        'USER-NOTES: {\\"Ada\\"=>[\\"Asks nurses, not carers\\", \\"Table 2\\"]}',
    ],
  ])('are read from %s', (_, note) => {
    expect(decided(note)).toEqual([ada]);
    expect(vendorOfNotes([note])).toBe('rayyan');
  });

  it('give what names nobody to nobody, where several decided', () => {
    const note =
      'RAYYAN-INCLUSION: {"Ada"=>"Excluded", "Chidi"=>"Excluded","Eva"=>"Maybe","Finn"=>"Undecided"} | ' +
      'RAYYAN-LABELS: carers | RAYYAN-EXCLUSION-REASONS: wrong design';
    expect(decided(note)).toEqual([
      decision({ by: 'Ada', answer: 'exclude' }),
      decision({ by: 'Chidi', answer: 'exclude' }),
      decision({ by: 'Eva', answer: 'maybe' }),
      decision({ reasons: ['wrong design'], labels: ['carers'] }),
    ]);
  });

  it('give reasons to the only person who excluded', () => {
    expect(
      decided('RAYYAN-INCLUSION: {"Ada"=>"Included", "Chidi"=>"Excluded"}|RAYYAN-EXCLUSION-REASONS: wrong design'),
    ).toEqual([
      decision({ by: 'Ada', answer: 'include' }),
      decision({ by: 'Chidi', answer: 'exclude', reasons: ['wrong design'] }),
    ]);
  });

  it.each([
    [['ASReview_relevant', 'ASReview_prior'], [decision({ answer: 'include' })]],
    [['<p>ASReview_irrelevant</p>'], [decision({ answer: 'exclude' })]],
    [['ASReview_not_seen'], []],
    [
      ['ASReview_irrelevant', 'asreview_user_name: "Ada"', 'asreview_note: "Not \\"care\\""', 'asreview_time: 12.5'],
      [decision({ by: 'Ada', answer: 'exclude', notes: ['Not "care"'] })],
    ],
  ])('are read from ASReview: %j', (notes, wanted) => {
    expect(decided(...notes)).toEqual(wanted);
    expect(vendorOfNotes(notes)).toBe('asreview');
  });

  it('are read from Covidence', () => {
    const notes = ['Exclusion reason: Wrong study design; Exclusion reason: Wrong setting; '];
    expect(decided(...notes)).toEqual([
      decision({ answer: 'exclude', stage: 'full-text', reasons: ['Wrong study design', 'Wrong setting'] }),
    ]);
    expect(vendorOfNotes(notes)).toBe('covidence');
  });

  it('come back from our own notes, also through a program of web pages', () => {
    const own = { decided: [ada, decision({ stage: 'full-text', notes: ['<p>&quot; "x"'] })], group: 'report 7' };
    expect(decisionsInNotes(['Some note', ...notesOf(own)])).toEqual(own);
    const wrapped = notesOf({ decided: [ada] }).map((note) => `<p>${note.replaceAll('"', '&quot;')}</p>`);
    expect(decisionsInNotes(wrapped)).toEqual({ decided: [ada] });
  });

  it.each([
    'The review was done in Rayyan.',
    'ASReview_other',
    'No exclusion reason was given',
    'RAYYAN-INCLUSION: ',
    'RAYYAN-INCLUSION: {}',
    'RAYYAN-INCLUSION: {"Ada"',
  ])('are not taken from %j', (note) => {
    expect(decided(note)).toEqual([]);
  });

  it('are looked for in any text', () => {
    const bits = fc.constantFrom('RAYYAN-INCLUSION: {', 'USER-NOTES: {', '"', '=>', '[', ']', '}', ',', '\\', '|', 'ä');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        for (const { by } of decided(parts.join(''))) expect(['string', 'undefined']).toContain(typeof by);
      }),
    );
  });

  it('are looked for in long hostile text without backtracking', () => {
    const hostile = `RAYYAN-INCLUSION: {${'"\\"'.repeat(300_000)}RAYYAN-LABELS: ${'USER-NOTES: {'.repeat(100_000)}`;
    expect(decided(hostile).length).toBeLessThan(2);
  });
});
