import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@throughline/core';
import { startWorkbench, type Workbench } from '@throughline/server';
import axe from 'axe-core';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

let browser: Browser;
let folder: string;
let workbench: Workbench;
let page: Page;
let review: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-gathering-'));
  workbench = await startWorkbench({ reviews: [folder], me: { person: asId('bea'), name: 'Bea Reader' } });
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(workbench.url);
  await page.getByLabel('Title of the new review').fill('Volunteers in repair cafés');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.waitForURL((url) => url.pathname !== '/');
  review = new URL(page.url()).pathname.split('/')[1] ?? '';
  await go('gather');
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const go = async (path: string) => {
  await page.goto(new URL(`/${review}/${path}`, workbench.url).href);
  await page.locator('main h1').waitFor();
};
const choose = (...files: readonly { name: string; text: string | Uint8Array }[]) =>
  page
    .locator('input[type="file"]:not([webkitdirectory])')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })),
    );
const row = (name: string): Locator => page.getByRole('listitem', { name, exact: true });
const part = (name: string): Locator =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
const sources = () => part('Sources').getByRole('row');

const record = (title: string, more = '') =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Nakamura, Odile\nPY  - 2019\nAB  - What ${title.toLowerCase()} is to those who come.\n${more}ER  - \n\n`;
const titles = ['Talking over kettles', 'A survey of toasters', 'Mending as company', 'The price of parts'];
const medline = titles.map((title) => record(title)).join('');

describe('files that are brought in', () => {
  it('are looked at before anything is stored', async () => {
    await choose({ name: 'medline.ris', text: `${medline}stray words\n` });
    const file = row('medline.ris');
    await file.getByText('RIS · 4 records').waitFor();
    await file.getByRole('button', { name: 'Look inside medline.ris' }).click();
    await file.getByText('All 4 records, as they will look').waitFor();
    await file.getByText('What mending as company is to those who come.').first().waitFor();
    await file.getByText('Text that belongs to no record.').waitFor();
    await file.getByText('As the file has it').first().click();
    await file.getByText('TI  - Talking over kettles').waitFor();
    expect(await sources().count()).toBe(0);
  });

  it('go into a source, which adds up', async () => {
    const file = row('medline.ris');
    await file.getByLabel('Name', { exact: true }).fill('MEDLINE');
    await file.getByLabel('Records, as the platform said').fill('5');
    await file.getByRole('button', { name: 'Import medline.ris' }).click();
    await file.getByText('imported').waitFor();
    const made = sources().filter({ hasText: 'MEDLINE' });
    await made.getByText('−1 from what was said').waitFor();
    await made.getByText('Not documented yet').waitFor();
    await part('Records').getByText('4 held').waitFor();
  });

  it('are noticed when they come a second time', async () => {
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await choose({ name: 'again.ris', text: `${medline}stray words\n` });
    await row('again.ris').getByText('These very bytes are in the review already').waitFor();
    await row('again.ris').getByText('left out').waitFor();
  });

  it('are told apart when a search was run again, and only what is new enters', async () => {
    await choose({ name: 'medline-2.ris', text: medline + record('Screws that fit') });
    const file = row('medline-2.ris');
    await file.getByText('RIS · 5 records').waitFor();
    await file.getByLabel('Into which source').selectOption({ label: 'MEDLINE' });
    await file.getByText('1 new, 4 known').waitFor();
    await file.getByLabel('This search was run before').check();
    await file.getByRole('button', { name: 'Import medline-2.ris' }).click();
    await file.getByText('imported').waitFor();
    await part('Records').getByText('5 held').waitFor();
  });

  it('may be an archive of several, each for itself', async () => {
    await page.getByRole('button', { name: 'Clear the list' }).click();
    const nbib = 'PMID- 1\nTI  - Neighbours who knock\nAB  - They told us why.\nFAU - Lind, Ada\nDP  - 2020\n\n';
    await choose({
      name: 'all.zip',
      text: zipSync({ 'a/one.ris': strToU8(record('Doors')), 'two.nbib': strToU8(nbib) }),
    });
    await page.getByText('in all.zip').first().waitFor();
    await expect.poll(() => page.getByText('in all.zip').count()).toBe(2);
    await page.getByRole('button', { name: 'Import 2 files' }).click();
    await part('Records').getByText('7 held').waitFor();
    await page.getByRole('button', { name: 'Clear the list' }).click();
  });

  it('may be tables, whose columns can be said otherwise', async () => {
    const table = 'Heading,Who,When\n"Glue, and what it holds","Ito, Ken",2018\nWires,"Ito, Ken",2017\n';
    await choose({ name: 'table.csv', text: `Title,Who,Year\n${table.split('\n').slice(1).join('\n')}` });
    const file = row('table.csv');
    await file.getByText('2 records').first().waitFor();
    await file.getByRole('button', { name: 'Look inside table.csv' }).click();
    await file.getByLabel('Taken for: Who').selectOption({ label: 'Authors' });
    await file.getByText('Ito, Ken').first().waitFor();
    await expect.poll(() => file.getByLabel('Taken for: Who').inputValue()).toBe('authors');
    await file.getByLabel('Name', { exact: true }).fill('Hand search');
    await file.getByRole('button', { name: 'Import table.csv' }).click();
    await part('Records').getByText('9 held').waitFor();
  });

  it('that nobody can read say why, and stop no other', async () => {
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await choose({ name: 'empty.ris', text: '' }, { name: 'last.ris', text: record('Solder') });
    await row('empty.ris').getByRole('alert').waitFor();
    await row('last.ris').getByText('RIS · 1 record').waitFor();
    await page.getByRole('button', { name: 'Clear the list' }).click();
  });
});

describe('decisions that come along', () => {
  it('become votes of the person that is named', async () => {
    const note = 'N1  - RAYYAN-INCLUSION: {"Ada"=>"Included"} | RAYYAN-LABELS: kitchen\n';
    await choose({ name: 'rayyan.ris', text: record('Spoons', note) + record('Forks') });
    const file = row('rayyan.ris');
    await file.getByRole('button', { name: 'Look inside rayyan.ris' }).click();
    await file.getByLabel('Whose votes they are: Ada').selectOption({ label: 'Bea Reader' });
    await file.getByLabel('Name', { exact: true }).fill('Pilot');
    await file.getByRole('button', { name: 'Import rayyan.ris' }).click();
    await file.getByText('Votes of Bea Reader: 1 made').waitFor();
  });
});

describe('a source', () => {
  it('is documented with its strategy, line by line', async () => {
    const made = sources().filter({ hasText: 'MEDLINE' });
    await made.getByRole('button', { name: 'Document the search of MEDLINE' }).click();
    await page
      .getByLabel(/^Search strategy/)
      .fill('1  exp Volunteers/ (1,234)\n2  repair*.ti,ab. (88)\n3  1 and 2 (5)');
    await page.getByLabel(/^Limits/).fill('none');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await made.getByText('Search strategy, 3 lines').click();
    await made.getByText('repair*.ti,ab.').waitFor();
    expect(await made.getByText('1,234').count()).toBe(1);
  });

  it('keeps the report on each of its files', async () => {
    await part('Imported files').getByRole('button', { name: 'Report on medline.ris' }).click();
    await part('Imported files').getByText('Text that belongs to no record.').waitFor();
  });
});

describe('a record', () => {
  it('is found by its words, and shown beside its lines', async () => {
    await part('Records').getByLabel('Search the records').fill('toasters');
    await part('Records').getByText('1 found').waitFor();
    await part('Records').getByRole('link', { name: 'A survey of toasters' }).click();
    await page.getByRole('heading', { level: 1, name: 'A survey of toasters' }).waitFor();
    await page.getByText('TI  - A survey of toasters').waitFor();
  });

  it('is corrected over what the source said, which stays', async () => {
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByLabel(/^Title/).fill('A survey of toasters and irons');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'A survey of toasters and irons' }).waitFor();
    await page.getByText('as the source has it: A survey of toasters').waitFor();
    await page.getByText('TI  - A survey of toasters').waitFor();
    await go('gather');
    await part('Records').getByLabel('Search the records').fill('irons');
    await part('Records').getByText('1 found').waitFor();
  });

  it('leaves the review in a file of another program', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as RIS' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('volunteers-in-repair-cafes.ris');
    const stream = await download.createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces).toString()).toContain('A survey of toasters and irons');
  });
});

describe('the page', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('is whole at %i px, %s', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await go('gather');
    await choose({ name: 'a-very-long-file-name-from-a-platform-that-nobody-shortened-2021-08-12.ris', text: medline });
    await page
      .getByRole('button', { name: /^Look inside/ })
      .first()
      .click();
    await page.getByText('as they will look').first().waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Clear the list' }).click();
  });
});
