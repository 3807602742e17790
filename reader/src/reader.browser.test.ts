import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { asId, type ReviewId } from '@throughline/core';
import { reportHtml } from '@throughline/documents';
import { documentContext } from '@throughline/server';
import { OpenReview, openSqlite } from '@throughline/storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const built = (file: string) => readFile(join(root, 'reader/dist', file), 'utf8');

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-reader-'));
  await promisify(execFile)(process.execPath, [
    join(root, 'cli/bin/throughline.js'),
    'demo',
    folder,
    '--review',
    'practice',
  ]);
  const keeper = await openSqlite(join(folder, 'practice.throughline'));
  const open = await OpenReview.open(keeper, asId<ReviewId>('practice'));
  const reader = { script: await built('reader.js'), style: await built('reader.css') };
  const file = join(folder, 'with-reader.html');
  await writeFile(file, reportHtml(open.review, { ...(await documentContext(keeper, open)), reader }));
  await open.close();
  await keeper.close();
  address = pathToFileURL(file).href;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function opened(): Promise<{ page: Page; asked: string[]; errors: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return { page, asked, errors };
}

describe('the reader, opened from disk', () => {
  it('opens a claim by the button that it is given', async () => {
    const { page } = await opened();
    await page.locator('li[data-on="synthesise.claims"] button').first().press('Enter');
    expect(await page.locator('[data-selected-on]').getAttribute('data-selected-on')).toBe('synthesise.claims');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-selected-on]').count()).toBe(0);
  });

  it('walks from a box of the figure to the lines of a record', async () => {
    const { page, errors } = await opened();
    const pane = page.locator('[data-selected-on]');
    await page.locator('svg a[data-on="synthesise.constructs"]').first().click();
    await pane.locator('[data-on="synthesise.claims"]:visible').first().click();
    await pane.locator('[data-on="read.passages"]:visible').first().click();
    await pane.locator('[data-on="read.documents"]:visible').first().click();
    await pane.locator('[data-on="read.reports"]:visible').first().click();
    await expect.poll(() => pane.locator('pre').first().textContent()).toMatch(/^TY {2}- /);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('closes with Escape and gives the focus back', async () => {
    const { page } = await opened();
    const box = page.locator('svg a[data-on="synthesise.constructs"]').first();
    await box.focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-selected-on="synthesise.constructs"]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-selected-on]').count()).toBe(0);
    expect(await box.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('asks for nothing but the file itself', async () => {
    const { page, asked } = await opened();
    await page.locator('svg a[data-on="synthesise.constructs"]').first().click();
    await page.locator('[data-selected-on]').waitFor();
    await page.screenshot({ path: process.env.SHOT ?? join(folder, 'shot.png') });
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    await page.context().close();
  });
});
