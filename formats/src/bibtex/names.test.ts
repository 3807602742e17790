import { describe, expect, it } from 'vitest';
import { namesIn } from './names.js';

describe('names of an entry', () => {
  it.each([
    ['Ludwig van Beethoven and Tan, Li', ['van Beethoven, Ludwig', 'Tan, Li']],
    ['von Hicks, III, Michael', ['von Hicks, III, Michael']],
    ['John Smith Jr. and Martin Luther King III', ['Smith, Jr., John', 'King, III, Martin Luther']],
    ['{World Health Organization} and {Kind and Sons}', ['World Health Organization', 'Kind and Sons']],
    [
      'World Health Organization and Centers for Disease Control',
      ['World Health Organization', 'Centers for Disease Control'],
    ],
    ['Skivington KJ and van der Berg JA and Аренс З', ['Skivington KJ', 'van der Berg JA', 'Аренс З']],
    ['KC Wright and J. P. Novák', ['Wright, KC', 'Novák, J. P.']],
    [String.raw`\O stergaard, S\o{}ren and Fran\c cois \AE ble`, ['Østergaard, Søren', 'Æble, François']],
    ["{\\'E}mile {de Bois}", ['de Bois, Émile']],
    ['family=Hicks, given=Michael, prefix=von', ['von Hicks, Michael']],
    ['Smith, J.; Doe, A.', ['Smith, J.', 'Doe, A.']],
    ['张伟 and 李 明', ['张伟', '李 明']],
    ['Anderson and Sandy, B AND\n  Plato', ['Anderson', 'Sandy, B', 'Plato']],
    ['and Smith, J and and Doe, A and', ['Smith, J', 'Doe, A']],
    ['Ludwig~van~Beethoven', ['van Beethoven, Ludwig']],
    ['', []],
  ])('%s', (value, names) => {
    expect(namesIn(value)).toEqual({ names, etAl: false });
  });

  it.each(['Smith, J and others', 'Smith, J. et al.', 'Smith, J and et al', 'Smith, J, et al.'])(
    '%s is cut',
    (value) => {
      const { names, etAl } = namesIn(value);
      expect([names[0]?.slice(0, 8), names.length, etAl]).toEqual(['Smith, J', 1, true]);
    },
  );
});
