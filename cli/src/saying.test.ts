import { refusalCodes } from '@throughline/core';
import { serverProblemCodes } from '@throughline/server';
import { StoreProblem, storeProblemCodes } from '@throughline/storage';
import { describe, expect, it } from 'vitest';
import { sayCoded, sayError } from './saying.js';

const formatCodes = ['format.empty', 'format.binary', 'format.unknown'];

describe('what went wrong', () => {
  it.each([...refusalCodes, ...storeProblemCodes, ...serverProblemCodes, ...formatCodes])(
    '%s has a sentence',
    (code) => {
      const { sentence } = sayCoded({ code, values: {} });
      expect(sentence).not.toBe(code);
      expect(sentence).toMatch(/^[A-Za-z{].* .*[.:?]$/s);
    },
  );

  it('names the file and its folder', () => {
    const file = '/somewhere/far/review.throughline';
    expect(sayError(new StoreProblem('file.folderReadOnly', { file })).sentence).toBe(
      'The folder /somewhere/far cannot be written to. Choose another folder.',
    );
    expect(sayError(new StoreProblem('file.newer', { file })).sentence).toContain(
      `${file} was written by a newer version`,
    );
  });

  it('is one line, whatever it was', () => {
    const said = sayError(new TypeError('nobody saw this coming\n    at somewhere.js:1'));
    expect(said.sentence).toBe(
      'Something unexpected went wrong: nobody saw this coming. Nothing was half done. Set THROUGHLINE_DEBUG=1 to see where.',
    );
  });
});
