import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.mjs';

type Browser = Awaited<ReturnType<typeof launchChromium>>;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

it('finds a Chromium that runs a page', async () => {
  const page = await browser.newPage();
  await page.setContent(`<button onclick="this.textContent = 'read'">unread</button>`);
  await page.click('button');
  expect(await page.textContent('button')).toBe('read');
});

it('says which file CHROMIUM names when there is none', async () => {
  process.env.CHROMIUM = '/nowhere/chromium';
  try {
    expect(await findChromium()).toEqual({ missing: 'CHROMIUM names /nowhere/chromium, and there is no such file.' });
  } finally {
    delete process.env.CHROMIUM;
  }
});
