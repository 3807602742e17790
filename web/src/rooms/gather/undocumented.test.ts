import type { Source } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { undocumented } from './undocumented.js';

const source = (fields: object) => ({ id: 's', kind: 'database', name: 'MEDLINE', ...fields }) as unknown as Source;

describe('what a documented search still lacks', () => {
  it('is all that the reporting standard asks of a database, while nothing is said', () => {
    expect(undocumented(source({}))).toHaveLength(5);
  });

  it('is nothing once all is said, “none” among it', () => {
    const said = { platform: 'Ovid', searched: '2021-08-12', strategy: '1 care/', limits: 'none', said: 0 };
    expect(undocumented(source(said))).toEqual([]);
  });

  it('is not asked of an alert', () => {
    expect(undocumented(source({ kind: 'alert' }))).toEqual([]);
  });
});
