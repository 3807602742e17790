import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@throughline/core';
import { startWorkbench, type Workbench } from '@throughline/server';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

let browser: Browser;
let folder: string;
let workbench: Workbench;
let page: Page;
let review: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-reading-'));
  workbench = await startWorkbench({ reviews: [folder], me: { person: asId('bea'), name: 'Bea Reader' } });
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.setDefaultTimeout(6000);
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const paper = (title: string, author: string, year: number, abstract: string) =>
  `TY  - JOUR\nAU  - ${author}\nTI  - ${title}\nPY  - ${year}\nJO  - Journal of Mending\nVL  - 7\nSP  - ${year}\nAB  - ${abstract}\nER  - \n\n`;
const found = [
  paper('Talking over kettles', 'Okafor, Ngozi', 2017, 'Volunteers told what repair cafés are to them.'),
  paper('A survey of toasters', 'Lind, Per', 2018, 'We counted toasters.'),
  paper('Mending as company', 'Reyes, Ana', 2019, 'Interviews with people who come to be with others.'),
  paper('The price of parts', 'Moss, Kit', 2020, 'Spare parts cost money.'),
].join('');

/** What stands in the text that is attached: one letter takes two UTF-16 units, so that places can go wrong. */
const text =
  '[page 41]\nThe café 🫖 opened in spring.\n“I come for the talk,” said Odile.\n[page 42]\nWe call this company.\n';

const go = async (path: string) => {
  await page.goto(new URL(`/${review}/${path}`, workbench.url).href);
  await page.locator('main h1').waitFor();
};
const record = (): Locator => page.locator('article[data-record] h3');
const shows = (title: string) => expect.poll(() => record().textContent()).toBe(title);
const progress = (said: string) => page.locator('[data-progress]', { hasText: said }).waitFor();
const part = (name: string): Locator =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

describe('a new review in the browser', () => {
  it('says where to begin while nothing is held', async () => {
    await page.goto(workbench.url);
    await page.getByRole('textbox').fill('Volunteers in repair cafés');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    review = new URL(page.url()).pathname.split('/')[1] ?? '';
    await go('screen');
    await part('Read the next record').getByText('import a file first').waitFor();
    await page.getByRole('link', { name: 'Import a file' }).click();
    await page.getByRole('heading', { name: 'Gather', level: 1 }).waitFor();
  });

  it('takes a file of references', async () => {
    await page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles({
      name: 'medline.ris',
      mimeType: 'text/plain',
      buffer: Buffer.from(found),
    });
    const file = page.getByRole('listitem', { name: 'medline.ris' });
    await file.getByText('RIS · 4 records').waitFor();
    await file.getByLabel('Name', { exact: true }).fill('MEDLINE');
    await file.getByRole('button', { name: 'Import medline.ris' }).click();
    await file.getByText('imported').waitFor();
  });
});

describe('reading the records', () => {
  it('goes by the keyboard from record to record', async () => {
    await go('screen');
    await shows('Talking over kettles');
    await progress('0 of 4 read');
    await page.getByText('Volunteers told what repair cafés are to them.').waitFor();
    await page.keyboard.press('i');
    await shows('A survey of toasters');
    await page.keyboard.press('e');
    await shows('Mending as company');
    await page.keyboard.press('m');
    await shows('The price of parts');
    await progress('3 of 4 read');
  });

  it('takes the last vote back and shows its record again', async () => {
    await page.keyboard.press('u');
    await shows('Mending as company');
    await progress('2 of 4 read');
    await page.keyboard.press('i');
    await shows('The price of parts');
    await page.getByRole('button', { name: /^Undo: / }).waitFor();
    await page.keyboard.press('Control+z');
    await shows('Mending as company');
    await page.keyboard.press('i');
    await shows('The price of parts');
  });

  it('leaves the focus on the button, and passes over what is skipped', async () => {
    const maybe = page.getByRole('button', { name: 'Maybe' });
    await maybe.focus();
    await page.keyboard.press('s');
    await shows('The price of parts');
    await maybe.press('Enter');
    await page.getByText('All that waited for you at this stage is read.').waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  it('is the same after the page is loaded again', async () => {
    await go('screen');
    await progress('4 of 4 read');
    await page.getByLabel('full text, 2 left').check();
    await shows('Talking over kettles');
  });

  it('settles where a vote says maybe', async () => {
    const open = part('Votes that differ');
    await open.getByText('Bea Reader: maybe').waitFor();
    expect(await seriousFindings()).toEqual([]);
    await open.getByRole('button', { name: 'Settle: exclude, The price of parts' }).click();
    await open.getByText('None does.').waitFor();
  });

  it('asks for a reason before it excludes at full text', async () => {
    await page.locator('main h1').focus();
    await page.keyboard.press('i');
    await shows('Mending as company');
    await page.keyboard.press('e');
    await page.getByText('An exclusion at full text needs a reason.').waitFor();
    const reason = page.getByLabel('Reason, if excluded');
    expect(await reason.evaluate((node) => node === document.activeElement)).toBe(true);
    await reason.fill('Setting');
    await page.keyboard.press('Enter');
    await page.getByText('All that waited for you at this stage is read.').waitFor();
    await page.keyboard.press('u');
    await shows('Mending as company');
    await progress('1 of 2 read');
  });
});

describe('reading a report', () => {
  it('begins with what was included at full text', async () => {
    await go('read');
    await page.getByRole('button', { name: 'Read as a report: Talking over kettles' }).click();
    await page.getByText('1 report describe').waitFor();
    expect(await page.getByRole('heading', { name: 'Included, and not yet a report' }).count()).toBe(0);
    expect(await seriousFindings()).toEqual([]);
    await page.getByRole('link', { name: 'Okafor 2017' }).click();
    await page.getByRole('heading', { name: 'Okafor 2017', level: 1 }).waitFor();
  });

  it('refuses what is no text, in words, and takes a text', async () => {
    const file = page.getByLabel('Text of the report');
    const attach = page.getByRole('button', { name: 'Attach a text' });
    await file.setInputFiles({ name: 'okafor.txt', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0]) });
    await attach.click();
    await page.getByRole('alert').getByText('okafor.txt is not a text that can be read.').waitFor();
    await file.setInputFiles({ name: 'okafor.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await attach.click();
    await page.getByText('The café 🫖 opened in spring.').waitFor();
  });

  it('marks the words that are selected with the mouse', async () => {
    await selectWords('I come for the talk,');
    await page.getByRole('region', { name: 'Mark words' }).getByText('“I come for the talk,”').waitFor();
    await page.getByLabel('Speaker (optional)').fill('Odile');
    await page.getByRole('button', { name: 'Participants’ words' }).click();
    const mark = page.locator('article [data-on="read.passages"]');
    await expect.poll(() => mark.textContent()).toContain('I come for the talk,');
    await page.getByText('Odile').first().waitFor({ state: 'attached' });
  });

  it('marks the words that are chosen with the keyboard', async () => {
    await page.getByRole('article', { name: 'Text: okafor' }).focus();
    for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press('ArrowDown');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('region', { name: 'Mark words' }).getByText('“We call this company.”').waitFor();
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('article [data-on="read.passages"]').count()).toBe(2);
  });

  it('takes a passage away again', async () => {
    await page.locator('main').getByText('The marked words, one by one').click();
    await page.getByRole('button', { name: /^Take away: .*We call this company/ }).click();
    await expect.poll(() => page.locator('article [data-on="read.passages"]').count()).toBe(1);
  });

  it('makes a second-order construct whose evidence shows the words', async () => {
    await page.getByRole('button', { name: 'Add a second-order construct' }).click();
    await page.getByLabel('Name, as the authors say it').fill('Repair as company');
    await page.getByRole('checkbox', { name: /I come for the talk/ }).check();
    await page.getByRole('button', { name: 'Keep' }).click();
    await part('Second-order constructs').locator('[data-on="read.secondOrders"]').first().click();
    const evidence = page.locator('[data-evidence] article');
    await evidence.getByText('I come for the talk,').first().waitFor();
    expect(await evidence.locator('[data-grade]').first().getAttribute('data-grade')).toBe('passage');
    expect(await seriousFindings()).toEqual([]);
  });

  it('anchors passages in code points of the frozen text, on their pages', async () => {
    const house = await page.evaluate(async (id) => (await fetch(`/api/reviews/${id}/rooms/read`)).text(), review);
    const points = [...text];
    const from = [...text.slice(0, text.indexOf('I come'))].length;
    expect(points.slice(from, from + 20).join('')).toBe('I come for the talk,');
    expect(house).toContain(`\\"from\\":${from},\\"to\\":${from + 20}`);
    expect(house).toContain('\\"page\\":\\"41\\"');
  });

  it('corrects the report and says what it found', async () => {
    await page.getByRole('button', { name: 'Edit the report’s fields' }).click();
    await page.getByLabel('Label', { exact: true }).fill('Okafor 2017a');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Okafor 2017a', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add a characteristic' }).click();
    await page.getByLabel('What it is about').fill('Country');
    await page.getByLabel('What the report says').fill('Norway');
    await page.keyboard.press('Control+Enter');
    await part('Characteristics').getByText('Norway').waitFor();
    await page.getByRole('button', { name: 'Add an appraisal answer' }).click();
    await page.getByLabel('Checklist, with its edition').fill('CASP 2018');
    await page.getByLabel('Item', { exact: true }).fill('Was there a clear statement of the aims?');
    await page.getByLabel('Answer', { exact: true }).selectOption('yes');
    await page.keyboard.press('Control+Enter');
    await part('Appraisal').getByText('CASP 2018').waitFor();
  });
});

describe('on a narrow screen', () => {
  it.each(['light', 'dark'] as const)('fits at 390 pixels, %s', async (colorScheme) => {
    const report = new URL(page.url()).pathname.split('/').slice(2).join('/');
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['screen', 'read', report]) {
      await go(path);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if (path === 'screen') await page.getByLabel('full text, 1 left').check();
      expect(await seriousFindings(), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
  });
});

/** Draws the mouse over some words of the text, from their first letter to their last. */
async function selectWords(words: string): Promise<void> {
  const box = await page.locator('article [data-from]', { hasText: words }).evaluate((run, quote) => {
    run.scrollIntoView({ block: 'center' });
    const at = (run.textContent ?? '').indexOf(quote);
    const node = run.firstChild;
    if (node === null || at < 0) throw new Error('no such words');
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + quote.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }, words);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 5 });
  await page.mouse.up();
}

interface Ran {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** What axe finds that is serious or critical. */
async function seriousFindings(): Promise<unknown[]> {
  await page.evaluate(axe.source);
  const ran = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.slice(0, 3).map(({ html }) => html),
    }));
  });
  return ran.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}
