import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';
import { reportHtml } from './report-html.js';
import { reviewOf, small, texts } from './testing/small-review.js';

let browser: Browser;
let folder: string;
let address: string;
beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'throughline-report-'));
  const file = join(folder, 'report.html');
  await writeFile(file, reportHtml(reviewOf(small), { people: { ada: 'Ada' }, textsOf: texts }));
  address = pathToFileURL(file).href;
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(width: number, colorScheme: 'light' | 'dark', javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

describe('the report, opened from disk', () => {
  it('leads from a box of the figure to a record without script', async () => {
    const page = await opened(1280, 'light', false);
    await page.locator('#figure-line-of-argument a[href="#constructs-threshold"]').first().click();
    expect(page.url()).toMatch(/#constructs-threshold$/);
    await page.locator('#claims-cited a', { hasText: 'Berg 2019a' }).click();
    expect(page.url()).toMatch(/#reports-berg-a$/);
    await page.locator('#reports-berg-a a', { hasText: 'record 1' }).click();
    expect(page.url()).toMatch(/#records-list\.1$/);
    expect(await page.locator('[id="records-list.1"] .source').textContent()).toContain('A door <wide>');
    await page.context().close();
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing serious for axe at %i pixels, %s', async (width, scheme) => {
    const page = await opened(width, scheme);
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run();
      return violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes[0]?.html.slice(0, 160) }));
    });
    expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await page.context().close();
  });

  it('fits a phone: only tables and figures scroll sideways', async () => {
    const page = await opened(390, 'light');
    const [page_, frames] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      [...document.querySelectorAll('.frame')].filter((frame) => frame.scrollWidth > frame.clientWidth).length,
    ]);
    expect(page_).toBe(390);
    expect(frames).toBeGreaterThan(3);
    await page.context().close();
  });
});

interface Ran {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
