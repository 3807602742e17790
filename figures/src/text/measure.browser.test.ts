import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../tools/chromium.mjs';
import { galleryEntries } from '../gallery/entries.js';
import { textWidth } from './measure.js';

const files = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/package.json')),
  'files',
);
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic'];

/** The shipped font, under the name that figures ask for. */
const faces = subsets.map((subset) => {
  const font = readFileSync(join(files, `source-sans-3-${subset}-wght-normal.woff2`)).toString('base64');
  return `@font-face { font-family: 'shipped ${subset}'; font-weight: 200 900; src: url(data:font/woff2;base64,${font}); }`;
});
const family = subsets.map((subset) => `'shipped ${subset}'`).join(', ');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent(`<style>${faces.join('\n')}</style><div id="place" style="font-family: ${family}"></div>`);
});
afterAll(() => browser?.close());

/** How wide Chromium sets some text in the shipped font at 100 px. */
async function widths(texts: readonly string[], weight: number): Promise<number[]> {
  return page.evaluate(
    async ({ texts: all, font }) => {
      await document.fonts.load(font, all.join(''));
      await document.fonts.ready;
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      context.font = font;
      return all.map((text) => context.measureText(text).width);
    },
    { texts: [...texts], font: `${weight} 100px ${family}` },
  );
}

/** Letters that the table knows, by their first and last code point. */
const known = [
  [0x21, 0x7e],
  [0xa1, 0x17f],
  [0x391, 0x3a1],
  [0x410, 0x44f],
] as const;
const letters = known.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
);

describe('measured text', () => {
  it.each([
    { weight: 400, bold: false },
    { weight: 600, bold: true },
  ])('is never narrower than the shipped font at weight $weight', async ({ weight, bold }) => {
    const set = await widths(letters, weight);
    const narrower = letters.filter((letter, at) => textWidth(letter, { size: 100, bold }) + 0.5 < (set[at] ?? 0));
    expect(narrower).toEqual([]);
  });

  it('is not much wider than the shipped font', async () => {
    const sentence = 'Which report contributes to which third-order construct, by level (12 reports, 10 studies)';
    const [set = 0] = await widths([sentence], 400);
    expect(textWidth(sentence, { size: 100 }) / set).toBeLessThan(1.15);
  });
});

describe.each(galleryEntries.filter(({ name }) => !name.includes('long-names')))('the picture $name', ({ make }) => {
  it('has the room in Chromium that its texts need', async () => {
    const figure = make();
    const shown = await page.evaluate(async (svg) => {
      const place = document.getElementById('place') as HTMLElement;
      place.innerHTML = svg;
      place.querySelector('svg')?.setAttribute('font-family', getComputedStyle(place).fontFamily);
      await document.fonts.ready;
      return [...place.querySelectorAll('text')].map((text) => ({
        text: text.textContent,
        width: text.getComputedTextLength(),
      }));
    }, figure.svg);
    expect(shown.map(({ text }) => text)).toEqual(figure.texts.map(({ text }) => text));
    const wider = shown.filter(({ width }, at) => {
      const [a, b] = figure.texts[at]?.corners ?? [];
      return width > Math.hypot((b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)) + 0.01;
    });
    expect(wider).toEqual([]);
  });

  it('takes its colours from the page', async () => {
    const colours = await page.evaluate((svg) => {
      const place = document.getElementById('place') as HTMLElement;
      place.innerHTML = svg;
      const text = place.querySelector('.fill-ink') as Element;
      const plain = getComputedStyle(text).fill;
      place.style.setProperty('--figure-ink', 'rgb(1, 2, 3)');
      const set = getComputedStyle(text).fill;
      place.style.removeProperty('--figure-ink');
      return { plain, set };
    }, make().svg);
    expect(colours).toEqual({ plain: 'rgb(26, 26, 26)', set: 'rgb(1, 2, 3)' });
  });
});
