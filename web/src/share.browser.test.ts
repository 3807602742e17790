import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asId, type PersonId } from '@throughline/core';
import { startWorkbench, type Workbench } from '@throughline/server';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

const root = join(import.meta.dirname, '../..');

let browser: Browser;
let folder: string;
let mine: Workbench;

/** The practice review on the desk of its lead. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-share-'));
  const demo = [join(root, 'cli/bin/throughline.js'), 'demo', folder, '--review', 'practice'];
  await promisify(execFile)(process.execPath, demo);
  const reviews = [join(folder, 'practice.throughline')];
  mine = await startWorkbench({ reviews, me: { person: asId<PersonId>('lee'), name: 'Lee Lead' } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await mine?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function opened(desk: Workbench, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(desk.url);
  await page.locator('main h1').waitFor();
  await page.goto(new URL(`/practice/${path}`, desk.url).href);
  await page.locator('main h1').waitFor();
  return page;
}

interface Ran {
  readonly violations: readonly { id: string; impact: string }[];
}

async function isClean(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    async () => (await (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run()).violations,
  );
  expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

const share = () => join(folder, 'share.throughline');

describe('a share', () => {
  it('can be meant for somebody who is added on the page of the team', async () => {
    const page = await opened(mine, 'team');
    const form = page.getByRole('form', { name: 'Add somebody' });
    await form.getByLabel('Name in this review').fill('Sam Second');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByText('Sam Second is among the people of this review.').waitFor();
    await page.getByRole('rowheader', { name: 'Sam Second' }).waitFor();
    await page.getByLabel('To whom').locator('option', { hasText: 'Sam Second' }).waitFor({ state: 'attached' });
    await isClean(page);
    await page.context().close();
  });

  it('is handed over from the page of the team, and saved as a file', async () => {
    const page = await opened(mine, 'plan');
    await page.getByRole('link', { name: 'Team, handing over, and the archive' }).click();
    const form = page.getByRole('form', { name: 'Hand over' });
    const reviewer = form.getByLabel('To whom').locator('option', { hasText: 'Clio' });
    await form.getByLabel('To whom').selectOption((await reviewer.getAttribute('value')) ?? '');
    await form.getByLabel('Share of the records').fill('100');
    await isClean(page);
    const saved = page.waitForEvent('download');
    await form.getByRole('button', { name: 'Hand over' }).click();
    await (await saved).saveAs(share());
    await page.getByText(/^The file .+ is made\./).waitFor();
    await page.context().close();
  });

  it('says on every page whose it is, and is worked in as that person', async () => {
    const theirs = await startWorkbench({ reviews: [share()], me: { person: asId<PersonId>('x'), name: 'Another' } });
    try {
      const page = await opened(theirs, 'screen');
      await page.getByText(/^This is the share of Clio/).waitFor();
      await page.getByText(/^You are Clio/).waitFor();
      await page.getByRole('button', { name: 'Exclude', exact: false }).first().click();
      await page
        .getByText(/^exclude: |Next: /i)
        .first()
        .waitFor({ state: 'attached' });
      await isClean(page);
      await page.context().close();
    } finally {
      await theirs.close();
    }
  });

  it('is taken back once, however often its file is brought', async () => {
    const page = await opened(mine, 'team');
    const form = page.getByRole('form', { name: 'Take back' });
    await form.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Choose the file of the share first.').waitFor();
    await form.getByLabel('File of the share').setInputFiles(share());
    await form.getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/^Taken back from Clio.*: 1 change, 0 changes before/).waitFor();
    await form.getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/^Taken back from Clio.*: 0 changes, 1 change before/).waitFor();
    await isClean(page);
    await page.context().close();
  });
});

describe('a desk', () => {
  it('shows its only review at once, and the list where it is asked for', async () => {
    const page = await opened(mine, 'plan');
    await page.getByRole('link', { name: 'Throughline', exact: true }).click();
    await expect.poll(() => page.locator('main h1').textContent()).toBe('Reviews');
    await isClean(page);
    expect(await page.getByRole('navigation', { name: 'Your account' }).count()).toBe(0);
    await page.goto(new URL('/', mine.url).href);
    await page.waitForURL('**/practice');
    await page.goto(new URL('/sign-in', mine.url).href);
    await page.waitForURL('**/practice');
    await page.context().close();
  });

  it('asks once for a name, in a line that blocks nothing', async () => {
    process.env.THROUGHLINE_HOME = join(folder, 'settings');
    const fresh = async () => startWorkbench({ reviews: [join(folder, 'practice.throughline')] });
    let desk = await fresh();
    try {
      const page = await opened(desk, 'plan');
      const line = page.getByRole('form', { name: 'Your name' });
      await isClean(page);
      await page.getByRole('link', { name: 'Read', exact: false }).first().click();
      await line.getByLabel('Your name').fill('Wren Ashby');
      await line.getByRole('button').click();
      await page.getByText('You are Wren Ashby').waitFor();
      await expect.poll(() => line.count()).toBe(0);
      await page.context().close();
      await desk.close();
      desk = await fresh();
      const again = await opened(desk, 'plan');
      await again.getByText('You are Wren Ashby').waitFor();
      expect(await again.getByRole('form', { name: 'Your name' }).count()).toBe(0);
      await again.context().close();
    } finally {
      delete process.env.THROUGHLINE_HOME;
      await desk.close();
    }
  });
});
