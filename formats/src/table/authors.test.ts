import { describe, expect, it } from 'vitest';
import { authorHabit, authorsIn } from './authors.js';

const read = (cell: string, ...others: string[]) => authorsIn(cell, authorHabit([cell, ...others]));

describe('the authors of a cell', () => {
  it.each([
    ['Weiß, B.; Okafor, C.', ['Weiß, B.', 'Okafor, C.']],
    ['Weiß B, Okafor CD, van der Berg J-P', ['Weiß B', 'Okafor CD', 'van der Berg J-P']],
    ['Weiß B., Ruiz-De-Azcárate C.', ['Weiß B.', 'Ruiz-De-Azcárate C.']],
    ['Weiß, B., Okafor, C. D. & Eriksen, F.', ['Weiß, B.', 'Okafor, C. D.', 'Eriksen, F.']],
    ['Weiß, B. und Okafor, C.', ['Weiß, B.', 'Okafor, C.']],
    ['Berta Weiß, Chidi Okafor, Finn Eriksen', ['Berta Weiß', 'Chidi Okafor', 'Finn Eriksen']],
    ['R. L. Whistle, W. C. Lake', ['R. L. Whistle', 'W. C. Lake']],
    ['Weiß, Berta and Okafor, Chidi', ['Weiß, Berta', 'Okafor, Chidi']],
    ['Berta Weiß|Chidi Okafor', ['Berta Weiß', 'Chidi Okafor']],
    ['Weiß, B.\n\nOkafor, C.\n', ['Weiß, B.', 'Okafor, C.']],
    ['Okafor, Chidi', ['Okafor, Chidi']],
    ['Okafor', ['Okafor']],
    ['Department of Health and Social Care', ['Department of Health and Social Care']],
    ['Weiß, Berta (57000000001); ', ['Weiß, Berta']],
    ["['Weiß, Berta', 'Okafor, Chidi']", ['Weiß, Berta', 'Okafor, Chidi']],
    ['c("Weiß, Berta", "O\'Brien, C")', ['Weiß, Berta', "O'Brien, C"]],
    ['NA', []],
    ['[No author name available]', []],
  ])('%j', (cell, names) => {
    expect(read(cell)).toEqual({ names, etAl: false });
  });

  it.each(['Weiß B, Okafor C, et al.', 'Weiß B; Okafor C; et al', 'Weiß B, Okafor C, …', 'Weiß B, Okafor C et al.'])(
    'end with a cut: %j',
    (cell) => {
      expect(read(cell)).toEqual({ names: ['Weiß B', 'Okafor C'], etAl: true });
    },
  );

  it('are parted as the other cells of their column show', () => {
    expect(read('Berta Weiß, Chidi Okafor').names).toEqual(['Berta Weiß, Chidi Okafor']);
    expect(read('Berta Weiß, Chidi Okafor', 'Ada Lund, Finn Eriksen, Eva Ås').names).toEqual([
      'Berta Weiß',
      'Chidi Okafor',
    ]);
    expect(read('Lund A, Ås E', 'Weiß, Berta; Okafor, Chidi').names).toEqual(['Lund A', 'Ås E']);
  });
});
