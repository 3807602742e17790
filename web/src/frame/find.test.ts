import { describe, expect, it } from 'vitest';
import { type Findable, matching } from './find.js';

const named = (name: string, word = ''): Findable => ({ key: name, name, word, to: { page: '' } });
const all = [
  named('The pressure of targets', 'third-order construct'),
  named('Targets press', 'claim'),
  named('Calderón 2019', 'report'),
];
const found = (typed: string) => matching(all, typed).map(({ name }) => name);

describe('finding', () => {
  it('wants every word, in any order', () => expect(found('targets pressure')).toEqual(['The pressure of targets']));
  it('reads letters without their accents', () => expect(found('calderon')).toEqual(['Calderón 2019']));
  it('searches by sort of thing too', () => expect(found('claim targets')).toEqual(['Targets press']));
  it('puts first what begins with the words', () => expect(found('press')[0]).toBe('The pressure of targets'));
  it('finds nothing for words that are nowhere', () => expect(found('weather')).toEqual([]));
});
