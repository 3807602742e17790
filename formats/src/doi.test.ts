import { describe, expect, it } from 'vitest';
import { firstDoi } from './doi.js';

describe('the first DOI in a text', () => {
  it.each([
    ['10.5555/ABC', '10.5555/abc'],
    ['https://doi.org/10.5555/abc.', '10.5555/abc'],
    ['http://dx.doi.org/10.5555/abc 10.5555/def', '10.5555/abc'],
    ['doi:10.5555/S0140-6736(05)12345-6', '10.5555/s0140-6736(05)12345-6'],
    ['(doi: 10.5555/abc).', '10.5555/abc'],
    ['10.5555/(SICI)1099(1998)12:3<180::AID>3.0.CO;2-X', '10.5555/(sici)1099(1998)12:3<180::aid>3.0.co;2-x'],
    ['10.5555.1/abc [doi]', '10.5555.1/abc'],
    ['version 10.2/3', undefined],
    ['', undefined],
  ])('%j gives %j', (text, doi) => {
    expect(firstDoi(text)).toBe(doi);
  });

  it.each([
    ['registrants without end', '10.1234.'.repeat(300_000), undefined],
    ['brackets that close nothing', `10.5555/a${')'.repeat(1_000_000)}`, '10.5555/a'],
    ['sentence marks', `10.5555/a${'.;'.repeat(500_000)}b`, `10.5555/a`],
  ])('is found in bounded time among %s', (_, text, doi) => {
    expect(firstDoi(text)).toBe(doi);
  });
});
