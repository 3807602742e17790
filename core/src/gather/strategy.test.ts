import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyLines } from './strategy.js';

const cases: readonly [platform: string, text: string, lines: ReturnType<typeof strategyLines>][] = [
  [
    'Ovid, numbers and hits in brackets',
    '1  exp Repair Work/ (1234)\n2  (volunteer* adj3 caf?).ti,ab. (56)\n3  1 and 2 (7)',
    [
      { line: '1', query: 'exp Repair Work/', hits: 1234 },
      { line: '2', query: '(volunteer* adj3 caf?).ti,ab.', hits: 56 },
      { line: '3', query: '1 and 2', hits: 7 },
    ],
  ],
  [
    'Ovid, typed with points and without brackets, over two lines',
    '1. exp Repair Work/ 1234\n2. (mend* or\n   patch*).mp. [mp=title]   8,901\n',
    [
      { line: '1', query: 'exp Repair Work/ 1234' },
      { line: '2', query: '(mend* or patch*).mp. [mp=title]', hits: 8901 },
    ],
  ],
  [
    'Ovid, as a table with tabs',
    '#\tSearches\tResults\n1\texp Repair Work/\t1234\n2\tlimit 1 to yr="2010 - 2024"\t99',
    [
      { line: '1', query: 'exp Repair Work/', hits: 1234 },
      { line: '2', query: 'limit 1 to yr="2010 - 2024"', hits: 99 },
    ],
  ],
  [
    'EBSCOhost',
    'S2\tS1 AND TI kettle\tSearch modes - Boolean/Phrase\t(12)\nS1\t(MH "Repair Work+")\t\t1,002',
    [
      { line: 'S2', query: 'S1 AND TI kettle Search modes - Boolean/Phrase', hits: 12 },
      { line: 'S1', query: '(MH "Repair Work+")', hits: 1002 },
    ],
  ],
  [
    'PubMed history, downloaded',
    [
      'Search number,Query,Sort By,Filters,Search Details,Results,Time',
      '3,"#1 AND ""repair café""",,,"1 AND 2",45,08:15:30',
      '2,mend*[tiab],,,"mend*[tiab]","12,345",08:15:02',
    ].join('\r\n'),
    [
      { line: '3', query: '#1 AND "repair café"', hits: 45 },
      { line: '2', query: 'mend*[tiab]', hits: 12345 },
    ],
  ],
  [
    'PubMed history, pasted from its page',
    '#2\tAdd\t"repair"[tiab] OR mend*[tiab]\t12,345\t08:15:30\n#1\tAdd\tvolunteers[mh]\t6 789\t08:14:02',
    [
      { line: '#2', query: '"repair"[tiab] OR mend*[tiab]', hits: 12345 },
      { line: '#1', query: 'volunteers[mh]', hits: 6789 },
    ],
  ],
  [
    'Web of Science',
    '#1 TS=(repair NEAR/3 caf*)\n1,024 results\n#2 #1 AND PY=(2010-2024)\n310 results',
    [
      { line: '#1', query: 'TS=(repair NEAR/3 caf*)', hits: 1024 },
      { line: '#2', query: '#1 AND PY=(2010-2024)', hits: 310 },
    ],
  ],
  [
    'Embase.com, newest first, with dates',
    "#2\t#1 AND [2010-2024]/py\t77\t12 Aug 2021\n#1\t'repair work'/exp OR mend*:ti,ab\t4311\t12 Aug 2021",
    [
      { line: '#2', query: '#1 AND [2010-2024]/py', hits: 77 },
      { line: '#1', query: "'repair work'/exp OR mend*:ti,ab", hits: 4311 },
    ],
  ],
  [
    'Cochrane Library',
    'ID\tSearch\tHits\n#1\tMeSH descriptor: [Volunteers] explode all trees\t812\n#2\t(repair):ti,ab,kw (Word variations have been searched)\t1945',
    [
      { line: '#1', query: 'MeSH descriptor: [Volunteers] explode all trees', hits: 812 },
      { line: '#2', query: '(repair):ti,ab,kw (Word variations have been searched)', hits: 1945 },
    ],
  ],
];

describe('a pasted search strategy', () => {
  it.each(cases)('is read line by line: %s', (_, text, lines) => {
    expect(strategyLines(text)).toEqual(lines);
  });

  it('takes a line that only begins with a number for the end of the one before', () => {
    expect(strategyLines('1 volunteers (20)\n2 published after\n2010 or before (9)')).toEqual([
      { line: '1', query: 'volunteers', hits: 20 },
      { line: '2', query: 'published after 2010 or before', hits: 9 },
    ]);
  });

  it('has no lines where none is numbered', () => {
    expect(strategyLines('repair café* AND volunteer*\nlimits: none')).toEqual([]);
    expect(strategyLines('')).toEqual([]);
  });

  it.each(['1', ' ', '(', '1,', '"', '#1 ', '\t', '1 000 '])('is read in a moment where it is a row of %j', (piece) => {
    expect(strategyLines(`1 ${piece.repeat(20_000)}x`)).toHaveLength(1);
  });

  it('loses no word of what stands from the first number on', () => {
    const query = fc.array(fc.constantFrom('kettle*', '(mend', 'or', 'patch).ti,ab.', 'exp', 'Caf?/'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(query, fc.nat(99_999)), { minLength: 1, maxLength: 30 }), (lines) => {
        const text = lines.map(([words, hits], at) => `${at + 1}. ${words.join(' ')} (${hits})`).join('\r\n');
        const expected = lines.map(([words, hits], at) => ({ line: `${at + 1}`, query: words.join(' '), hits }));
        expect(strategyLines(text)).toEqual(expected);
      }),
    );
  });
});
