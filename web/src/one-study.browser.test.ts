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

const papers = [
  { title: 'Kettles that come back', authors: ['Reyes, Ana', 'Lind, Per', 'Moss, Kit'] },
  { title: 'Toasters that stay', authors: ['Reyes, Ana', 'Lind, Per', 'Moss, Kit'] },
  { title: 'Lamps and company', authors: ['Idris, Femi', 'Reyes, Ana', 'Moss, Kit'] },
  { title: 'The price of parts', authors: ['Castellane, J'] },
] as const;
const ris = papers
  .map(
    ({ title, authors }) =>
      `TY  - JOUR\n${authors.map((each) => `AU  - ${each}\n`).join('')}TI  - ${title}\nPY  - 2019\nER  - \n\n`,
  )
  .join('');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-one-study-'));
  workbench = await startWorkbench({ reviews: [folder], me: { person: asId('bea'), name: 'Bea Reader' } });
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.setDefaultTimeout(8000);
  await page.goto(workbench.url);
  await page.getByRole('textbox').fill('Volunteers in repair cafés');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/');
  review = new URL(page.url()).pathname.split('/')[1] ?? '';
  await go('gather');
  await page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles({
    name: 'medline.ris',
    mimeType: 'text/plain',
    buffer: Buffer.from(ris),
  });
  await page.getByRole('button', { name: 'Import medline.ris' }).click();
  await page.getByRole('listitem', { name: 'medline.ris' }).getByText('imported').waitFor();
  await readAll();
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

/** Every record is read as a report, as the page's own button would propose it. */
async function readAll(): Promise<void> {
  const status = await page.evaluate(
    async ([id, all]) => {
      const base = `/api/reviews/${id}`;
      const { records } = await (await fetch(`${base}/records`)).json();
      const changes = all.map(({ title, authors }, at) => ({
        id: `read-${at}`,
        kind: 'report.made',
        version: 1,
        payload: {
          id: `p${at}`,
          record: records.find((each: { reference: { title: string } }) => each.reference.title === title).id,
          label: `Paper ${at}`,
          title,
          authors,
          year: 2019,
        },
      }));
      const sent = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ changes }),
      };
      return (await fetch(`${base}/changes`, sent)).status;
    },
    [review, papers] as const,
  );
  expect(status).toBe(200);
}

const suggestion = (): Locator => page.locator('[data-one-study]');
/** Whoever answered is left in the part, not at the top of the page. */
const heldFocus = async () => {
  const inPart = () => document.activeElement?.closest('[data-suggested]') !== null;
  expect(await page.evaluate(inPart)).toBe(true);
};
const none = () => page.getByText('No reports look like parts of one study').waitFor();
const study = (name: string): Locator => page.locator('section h3', { hasText: name });

describe('reports that may be one study', () => {
  it('are shown with why, and nothing is grouped', async () => {
    await go('read');
    await suggestion().first().waitFor();
    expect(await suggestion().count()).toBe(1);
    const said = await suggestion().textContent();
    expect(said).toContain('3 reports may be one study');
    expect(said).toContain('Shared authors: Ana Reyes (all 3), Kit Moss (all 3) and Per Lind (2).');
    expect(said).toContain('Two parts that hang together loosely: Paper 0 and Paper 1; and Paper 2.');
    await page.getByText('4 reports describe 4 studies').waitFor();
  });

  it('can be put off', async () => {
    await page.getByRole('button', { name: /^Later: Paper 0/ }).click();
    await suggestion().getByText('put off before').waitFor();
  });

  it('are found not to be one study with the keyboard, and their parts are shown', async () => {
    await page.getByRole('button', { name: /^Not one study: Paper 0, Paper 1 and Paper 2/ }).focus();
    await page.keyboard.press('Enter');
    await suggestion().getByText('2 reports may be one study').waitFor();
    await heldFocus();
    await page.getByText('Found not to be one study (1)').waitFor();
  });

  it('are made one study with the keyboard, with name and reason', async () => {
    await page.getByRole('button', { name: /^One study: Paper 0/ }).focus();
    await page.keyboard.press('Enter');
    const name = page.getByLabel('What the study is called').first();
    expect(await name.inputValue()).toBe('Reyes and colleagues');
    await name.fill('Lower Quern');
    await page.keyboard.press('Enter');
    await study('Lower Quern').waitFor();
    await page.getByText('Shared authors: Ana Reyes, Per Lind and Kit Moss.', { exact: true }).waitFor();
    await none();
    await heldFocus();
  });

  it('may come to a study that stands, once what was found is taken away', async () => {
    await page.getByText('Found not to be one study (1)').click();
    await page.getByRole('button', { name: /^Take away/ }).click();
    await suggestion().getByText('1 more report may belong to the study “Lower Quern”').waitFor();
    await page.getByRole('button', { name: 'Add to the study Lower Quern: Paper 2' }).click();
    await page.getByRole('button', { name: 'Add to the study', exact: true }).click();
    await none();
    await page.getByText('4 reports describe 2 studies').waitFor();
  });

  it('come back when that is undone', async () => {
    await page.locator('main h1').click();
    await page.keyboard.press('u');
    await suggestion().getByText('1 more report may belong').waitFor();
  });

  it('fit a phone and can be read by everybody', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^Add to the study Lower Quern/ }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { run } = (globalThis as unknown as { axe: { run: (where: string) => Promise<Ran> } }).axe;
        return (await run('main')).violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
    }
  });
});

/** As far as it is looked at. */
interface Ran {
  readonly violations: readonly { readonly id: string }[];
}
