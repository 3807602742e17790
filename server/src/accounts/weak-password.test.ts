import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weaknessOf } from './weak-password.js';

const known = ['Ana García', 'ana.garcia@example.org'];

describe('a password is refused', () => {
  test.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd12345',
    'passwordpassword',
    'passw0rd!!!2026',
    'qwertyuiop123',
    'asdfghjkl;12',
    '1234567890123',
    '0987654321098',
    'aaaaaaaaaaaaa',
    'abababababab',
    'abcdefghijklm',
    'iloveyou12345',
    'welcome2Summer2026',
    'letmein123456',
    'administrator1',
    'qazwsxedcrfv',
    '1q2w3e4r5t6y',
    'zaq12wsxcde34',
    'throughline2026',
    'garcia-garcia-1',
    'ana.garcia2026',
    'superman batman',
    'correct horse battery staple',
  ])('%s is among the first that are guessed', (password) => {
    expect(weaknessOf(password, known)).toBe('account.weakPassword');
  });

  test('under twelve characters, and over 128, counted as people see them', () => {
    expect(weaknessOf('elevenchars', [])).toBe('account.shortPassword');
    expect(weaknessOf('🦉🐝🌿🍋🎻🧭🪁🚲🌧🧵🎲', [])).toBe('account.shortPassword');
    expect(weaknessOf('wet umbrellas '.repeat(10), [])).toBe('account.longPassword');
  });
});

describe('a password is taken', () => {
  test.each([
    'a kettle of quiet marbles',
    'seven wet umbrellas',
    'ungarnished turnip',
    'Xq7#mVt2&Lp9z',
    'vorsichtiges Nilpferd',
    '静かな湖のほとりで猫が三匹眠る',
    '🦉🐝🌿🍋🎻🧭🪁🚲🌧🧵🎲🎈',
  ])('%s', (password) => {
    expect(weaknessOf(password, known)).toBeUndefined();
  });

  test('whatever it is made of, an answer comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (password, name) => {
        weaknessOf(password, [name]);
      }),
    );
  });

  test('a machine’s own 16 letters and digits are no guess', () => {
    const signs = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 16, maxLength: 24 }), (letters) => {
        fc.pre(new Set(letters.map((each) => each.toLowerCase())).size >= 9);
        expect(weaknessOf(letters.join(''), [])).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
