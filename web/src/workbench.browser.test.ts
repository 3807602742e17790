import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asId } from '@throughline/core';
import { startWorkbench, type Workbench } from '@throughline/server';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const examples = ['link-workers', 'practice'] as const;
type Example = (typeof examples)[number];

let browser: Browser;
let folder: string;
let workbench: Workbench;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-web-'));
  for (const name of examples) {
    await promisify(execFile)(process.execPath, [
      join(root, 'cli/bin/throughline.js'),
      'demo',
      join(folder, name),
      '--review',
      name,
    ]);
  }
  const reviews = examples.map((name) => join(folder, name, `${name}.throughline`));
  workbench = await startWorkbench({ reviews, me: { person: asId('bea'), name: 'Bea Reader' } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

interface Looks {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A window of its own on one page of a review. */
async function opened(
  review: Example,
  path: string,
  { width = 1280, colorScheme = 'light' }: Looks = {},
): Promise<Page> {
  const height = width < 600 ? 844 : 800;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(workbench.url);
  await go(page, review, path);
  return page;
}

async function go(page: Page, review: Example, path: string): Promise<void> {
  await page.goto(new URL(`/${review}/${path}`, workbench.url).href);
  await page.locator('main h1').waitFor();
}

const evidence = (page: Page): Locator => page.locator('[data-evidence] article');
const heldBy = (page: Page, on: string): Locator => evidence(page).locator(`[data-on="${on}"]:visible`);

describe('two reviews in one window', () => {
  it('show the records of the one that is open, and of no other', async () => {
    const page = await opened('link-workers', 'gather');
    const records = page.locator('section[aria-label="Records"][tabindex="0"]');
    await expect.poll(() => records.textContent()).toContain('Moffatt');
    await page.getByRole('link', { name: 'Throughline' }).click();
    await page.locator('a[href="/practice"]').click();
    await page.locator('a[href="/practice/gather"]').first().click();
    await expect.poll(async () => (await records.textContent())?.length ?? 0).toBeGreaterThan(10);
    expect(await records.textContent()).not.toContain('Moffatt');
    await page.context().close();
  });
});

describe('the walk back', () => {
  it('goes from a box of the figure to claim, report and record in three clicks', async () => {
    const page = await opened('link-workers', 'synthesise');
    await page.locator('svg [data-on="synthesise.constructs"][data-id="TOC-06"]').first().click();
    await heldBy(page, 'synthesise.claims').first().click();
    await heldBy(page, 'read.reports').first().click();
    expect(await evidence(page).getAttribute('data-selected-on')).toBe('read.reports');
    const record = heldBy(page, 'gather.records').first();
    expect(await record.textContent()).toMatch(/\d{4}/);
    await expect.poll(() => evidence(page).locator('pre').textContent()).toMatch(/Griffith|Pollard|Wildman/);
    expect(await evidence(page).locator('figcaption').textContent()).toMatch(/references\.txt, line \d+/);
    await page.context().close();
  });

  it('goes the same way from a proposition, whose claims lie further back', async () => {
    const page = await opened('link-workers', 'synthesise');
    await page.locator('svg [data-on="synthesise.propositions"]').first().click();
    await heldBy(page, 'synthesise.claims').first().click();
    await heldBy(page, 'read.reports').first().click();
    await expect.poll(() => evidence(page).locator('pre').count()).toBe(1);
    await page.context().close();
  });

  it('passes the words on the page where a document is held', async () => {
    const page = await opened('practice', 'synthesise');
    await page.locator('svg [data-on="synthesise.constructs"]').first().click();
    await heldBy(page, 'synthesise.claims').first().click();
    expect(await heldBy(page, 'read.passages').first().textContent()).toMatch(/^“.+”$/);
    await heldBy(page, 'read.reports').first().click();
    await expect.poll(() => evidence(page).locator('pre').first().textContent()).toMatch(/^TY {2}- /);
    await page.context().close();
  });

  it('opens every box and every arrow of the line of argument', async () => {
    const page = await opened('practice', 'synthesise');
    const parts = page.locator('section[aria-label^="Line of argument"] [data-on]');
    const count = await parts.count();
    expect(count).toBeGreaterThan(8);
    for (let at = 0; at < count; at += 1) {
      const part = parts.nth(at);
      const [on, id] = [await part.getAttribute('data-on'), await part.getAttribute('data-id')];
      await part.focus();
      await page.keyboard.press('Enter');
      await page.locator(`[data-selected-on="${on}"][data-selected-id="${id}"]`).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => evidence(page).count()).toBe(0);
    }
    await page.context().close();
  });

  it('goes by keyboard alone, and comes back to where it began', async () => {
    const page = await opened('link-workers', 'synthesise');
    const box = page.locator('svg [data-on="synthesise.constructs"][data-id="TOC-06"]').first();
    await tabTo(page, box);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedText(page)).toContain('The pressure of targets');
    await tabTo(page, heldBy(page, 'synthesise.claims').first());
    await page.keyboard.press('Enter');
    await expect.poll(() => evidence(page).getAttribute('data-selected-on')).toBe('synthesise.claims');
    await tabTo(page, heldBy(page, 'read.reports').first());
    await page.keyboard.press('Enter');
    await expect.poll(() => evidence(page).getAttribute('data-selected-on')).toBe('read.reports');
    await tabTo(page, heldBy(page, 'gather.records').first());
    await page.keyboard.press('Enter');
    await expect.poll(() => evidence(page).getAttribute('data-selected-on')).toBe('gather.records');
    await page.keyboard.press('Escape');
    await expect.poll(() => box.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('reaches the words on the page where a document is held', async () => {
    const page = await opened('practice', 'read/marlow-2016');
    await page.locator('[data-on="read.passages"]').first().waitFor();
    await page.locator('[data-on="read.passages"][data-id="odile-lettuce"]').first().click();
    expect(await evidence(page).locator('h3').textContent()).toContain('lettuce');
    expect(await evidence(page).locator('[data-grade]').first().getAttribute('data-grade')).toBe('passage');
    await page.context().close();
  });
});

describe('an edit', () => {
  it('appears in a second window, is taken back, and is told with who and when', async () => {
    const [one, two] = await Promise.all([opened('practice', 'synthesise'), opened('practice', 'synthesise')]);
    const link = one.locator('main a', { hasText: 'Warmth has a fence' });
    const path = new URL((await link.getAttribute('href')) ?? '', workbench.url).pathname.split('/').slice(2).join('/');
    await Promise.all([go(one, 'practice', path), go(two, 'practice', path)]);

    await one.keyboard.press('e');
    await one.getByRole('textbox', { name: 'Edit the name' }).fill('Warmth keeps its fence');
    await one.keyboard.press('Enter');
    await one.locator('h1', { hasText: 'Warmth keeps its fence' }).waitFor();
    await two.locator('h1', { hasText: 'Warmth keeps its fence' }).waitFor({ timeout: 5000 });

    const history = two.locator('section', { has: two.getByRole('heading', { name: 'Who did this, and when' }) });
    const edited = history.locator('[data-change="construct.edited"]').first();
    expect(await edited.textContent()).toContain('Bea Reader');
    expect(Date.now() - Date.parse((await edited.locator('time').getAttribute('datetime')) ?? '')).toBeLessThan(
      120_000,
    );

    await one.getByRole('button', { name: /^Undo: edited a third-order construct/ }).waitFor();
    await one.keyboard.press('Control+z');
    await one.locator('h1', { hasText: 'Warmth has a fence' }).waitFor();
    await two.locator('h1', { hasText: 'Warmth has a fence' }).waitFor({ timeout: 5000 });
    await history.locator('[data-change="change.undone"]').waitFor();
    await Promise.all([one.context().close(), two.context().close()]);
  });
});

describe('the studies', () => {
  it('are taken apart and grouped again, and every count follows', async () => {
    const page = await opened('link-workers', 'read');
    const counts = page.getByText(/^21 reports describe/);
    expect(await counts.textContent()).toContain('16 studies');
    await page.getByRole('button', { name: /^Take apart the study/ }).click();
    await page.getByText('21 reports describe 21 studies').waitFor();
    await go(page, 'link-workers', 'synthesise/TOC-06');
    await page.getByText('3 reports · 3 studies').first().waitFor();

    await go(page, 'link-workers', 'read');
    await page.getByText('Say that reports describe one study').click();
    for (const number of [35, 41, 43, 44, 48, 49]) await page.getByRole('checkbox', { name: `[${number}]` }).check();
    await page.getByLabel('What the study is called').fill('The Newcastle programme');
    await page.getByLabel('Why they are one study').fill('They share an author.');
    await page.getByLabel('No report says so; it is our inference').check();
    await page.getByRole('button', { name: 'Group them' }).click();
    await page.getByText('21 reports describe 16 studies').waitFor();
    await page.context().close();
  });

  it('are put back from the history', async () => {
    const page = await opened('link-workers', 'notes');
    await page.locator('[data-change="study.made"]').first().getByRole('button').click();
    await go(page, 'link-workers', 'read');
    await page.getByText('21 reports describe 21 studies').waitFor();
    await go(page, 'link-workers', 'notes');
    await page.locator('[data-change="study.removed"]').first().getByRole('button').click();
    await go(page, 'link-workers', 'read');
    await page.getByText('21 reports describe 16 studies').waitFor();
    await page.context().close();
  });
});

describe('finding', () => {
  it('finds a thing by its words from anywhere, by the keyboard', async () => {
    const page = await opened('link-workers', 'plan');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('pressure targets');
    await page.getByRole('option', { name: 'The pressure of targets' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-selected-id="TOC-06"]').waitFor();
    await page.context().close();
  });
});

const pages: Readonly<Record<Example, readonly string[]>> = {
  'link-workers': [
    '',
    'plan',
    'gather',
    'screen',
    'read',
    'read/ref-16',
    'relate',
    'translate',
    'synthesise',
    'synthesise/TOC-06',
    'report',
    'notes',
  ],
  practice: [
    '',
    'plan',
    'gather',
    'screen',
    'read',
    'read/marlow-2016',
    'relate',
    'translate',
    'synthesise',
    'synthesise/warmth-has-a-fence',
    'report',
    'notes',
  ],
};

describe.each(examples)('every page of %s', (review) => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing serious for axe, and no overflow, at %i pixels, %s', async (width, colorScheme) => {
    const page = await opened(review, '', { width, colorScheme });
    for (const path of pages[review]) {
      await go(page, review, path);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect(await seriousFindings(page), `${path} at ${width}`).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});

describe('the evidence on a narrow screen', () => {
  it('comes up as a dialog over the page, and gives the focus back', async () => {
    const page = await opened('practice', 'synthesise', { width: 390 });
    const level = page.locator('main h3 button').first();
    await level.click();
    await page.getByRole('dialog', { name: 'Evidence' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => level.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

/** Presses Tab until the place has the focus: what cannot be reached so cannot be reached by the keyboard. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  for (let pressed = 0; pressed < 250; pressed += 1) {
    if (await place.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${place} cannot be reached with the Tab key.`);
}

const focusedText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

interface Ran {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** What axe finds that is serious or critical. */
async function seriousFindings(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
    }));
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
