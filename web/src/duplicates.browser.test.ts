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

/** One reference in RIS; fields that are not said here are the same for all. */
const ris = (fields: Readonly<Record<string, string>>) => {
  const all = { TY: 'JOUR', A1: 'Nakamura, Odile', A2: 'Lind, Ada', JO: 'Journal of Invented Repair', ...fields };
  const lines = Object.entries(all).map(([tag, value]) => `${/^A[12]$/.test(tag) ? 'AU' : tag}  - ${value}`);
  return `${lines.join('\n')}\nER  - \n\n`;
};
const mending = { TI: 'Mending as company: why people come to repair cafes', PY: '2019', VL: '12', IS: '3' };
const kettles = { TI: 'Talking over kettles: a focus group study', PY: '2020', VL: '13', IS: '1', SP: '7', EP: '19' };
const toasters = { TI: 'What volunteers learn from broken toasters', PY: '2018', VL: '11' };
const solder = { TI: 'Solder and solidarity in community workshops', TY: 'THES' };
const neighbours = { TI: 'Neighbours who knock at the door', PY: '2021' };
const story = 'They came for a kettle and stayed for the tea. Nobody was alone with a broken thing.';

const medline = [
  ris({ ...mending, SP: '40', EP: '52', DO: '10.5555/jir.2019.40', AB: story }),
  ris({ ...kettles, DO: '10.5555/jir.2020.7' }),
  ris({ ...toasters, SP: '101', EP: '117', AB: 'A toaster is a teacher. We watched eleven volunteers for a year.' }),
  ris({ ...solder, PY: '2015', JO: 'University of Invented Town' }),
  ris({ ...neighbours, VL: '14', SP: '55', EP: '60' }),
  ris({ TI: 'The price of parts', PY: '2017', VL: '10', SP: '1', EP: '9' }),
].join('');
const cinahl = [
  ris({ ...mending, TI: mending.TI.toUpperCase(), SP: '40', EP: '52', DO: '10.5555/jir.2019.40' }),
  ris({ ...mending, SP: '140', EP: '152', AB: story.replace('a kettle', 'one old kettle') }),
  ris({ ...kettles, A1: 'Nakamura, O.', A2: 'Lind, A.' }),
  ris({ ...toasters, SP: 'S14', AB: 'A toaster is a teacher. We watched twelve volunteers for half a year.' }),
  ris({ ...solder, PY: '2014', JO: 'Dissertation Abstracts' }),
  ris({ ...neighbours, TI: `${neighbours.TI}: an ethnography of three repair cafés` }),
  ris({ TI: 'A glossary of screws', PY: '2011', VL: '4', SP: '77', EP: '80' }),
].join('');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-duplicates-'));
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
const part = (name: string): Locator =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) });
const count = (name: string) => page.locator(`[data-count="${name}"] dd`).first().innerText();
const counts = async () =>
  Object.fromEntries(
    await Promise.all(
      ['groups', 'sure', 'questions', 'distinct'].map(async (name) => [name, Number(await count(name))]),
    ),
  );
const bring = async (name: string, source: string, text: string) => {
  await page
    .locator('input[type="file"]:not([webkitdirectory])')
    .setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }]);
  const file = page.getByRole('listitem', { name, exact: true });
  await file.getByLabel('Name', { exact: true }).fill(source);
  await file.getByRole('button', { name: `Import ${name}` }).click();
  await file.getByText('imported').waitFor();
};
const asking = () => part('The same report?');
const progress = () => asking().locator('[data-progress="questions"]');
const titleAsked = () => asking().locator('[data-field="title"] td').first().innerText();
/** Where the focus is: the words of a button, or the part that holds it. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLButtonElement
      ? at.innerText
      : (at?.closest('section')?.querySelector('h2')?.innerText ?? '');
  });
/** Presses a key, and waits until another question stands there, or none. */
const press = async (key: string) => {
  const [before, at] = [await titleAsked(), await progress().innerText()];
  await page.keyboard.press(key);
  await expect
    .poll(
      async () =>
        (await progress().count()) === 0 || (await titleAsked()) !== before || (await progress().innerText()) !== at,
    )
    .toBe(true);
};
/** Puts off until the question about this title stands there. */
const until = async (title: RegExp) => {
  for (let tries = 0; tries < 4 && !title.test(await titleAsked()); tries += 1) await press('l');
  expect(await titleAsked()).toMatch(title);
};
const groups = () => part('Groups that stand');
const group = (title: RegExp) => groups().locator('[data-row]').filter({ hasText: title });
const open = async (title: RegExp) => {
  const opener = group(title).getByRole('button', { name: /^Open the group/ });
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
};

describe('two files that overlap', () => {
  it('say on the page of the room how much is to be looked at', async () => {
    await go('gather/duplicates');
    await page.getByText('No records are held yet.').waitFor();
    await go('gather');
    await bring('medline.ris', 'MEDLINE', medline);
    await part('Duplicates').getByText('No two records look like the same report.').waitFor();
    await bring('cinahl.ris', 'CINAHL', cinahl);
    await part('Duplicates').getByText('2 groups found that are sure. 4 questions for a person.').waitFor();
    await part('Duplicates').getByRole('link', { name: 'Look through the duplicates' }).click();
    await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
    await expect.poll(counts).toEqual({ groups: 0, sure: 2, questions: 4, distinct: 0 });
  });
});

describe('the sure groups', () => {
  it('can be looked through, each record beside the other', async () => {
    const sure = part('Sure');
    await sure.getByText('Same title, authors, year, journal, volume, issue, pages and DOI.').waitFor();
    const row = sure.locator('[data-row]').filter({ hasText: 'Talking over kettles' });
    await row.getByRole('button', { name: /^Look closely/ }).click();
    await row.getByRole('columnheader', { name: 'Record 2 of MEDLINE' }).waitFor();
    expect(await row.locator('[data-field="authors"] mark').allInnerTexts()).toEqual(['Odile', 'Ada', 'O', 'A']);
    expect(await row.locator('[data-field="doi"]').innerText()).toContain('only in one');
  });

  it('are made at one stroke, which one undo takes back', async () => {
    await page.getByRole('button', { name: 'Group all 2' }).click();
    await page.getByText('2 groups made, of 4 records.').waitFor();
    await expect.poll(counts).toMatchObject({ groups: 2, sure: 0, questions: 4 });
    await page.locator('[data-count="groups"]').getByText('2 records left out of the flow by them').waitFor();
    expect(await focused()).toBe('Sure');
    await page.getByRole('button', { name: /^Undo: grouped sure duplicates/ }).waitFor();
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 0, sure: 2 });
  });

  it('are made one by one, or found to be different', async () => {
    await page.getByRole('button', { name: /^Group: Talking over kettles/ }).click();
    await expect.poll(counts).toMatchObject({ groups: 1, sure: 1 });
    expect(await focused()).toBe('Group');
    await page.getByRole('button', { name: /^Different reports: mending as company/i }).click();
    await expect.poll(counts).toMatchObject({ groups: 1, sure: 0, distinct: 1 });
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 1, sure: 1, distinct: 0 });
    await page.getByRole('button', { name: 'Group it' }).click();
    await expect.poll(counts).toMatchObject({ groups: 2, sure: 0 });
  });
});

describe('votes', () => {
  it('are given to two records that nobody has grouped yet', async () => {
    await go('screen');
    const title = () => page.locator('[data-record] h3').first().innerText();
    const voted: string[] = [];
    while (voted.length < 2) {
      const now = await title();
      const vote = now.startsWith('Solder') ? (['i', 'e'][voted.length] ?? '') : 's';
      const record = await page.locator('[data-record]').first().getAttribute('data-record');
      await page.keyboard.press(vote);
      if (vote !== 's') voted.push(vote);
      await expect.poll(() => page.locator('[data-record]').first().getAttribute('data-record')).not.toBe(record);
    }
    await go('gather/duplicates');
  });
});

describe('the questions', () => {
  it('say why they are asked, and mark what differs', async () => {
    await progress().waitFor();
    await until(/toasters/);
    await asking().getByText('Same title, authors, year, journal', { exact: false }).waitFor();
    expect(await asking().locator('[data-field="pages"]').innerText()).toContain('different');
    expect(await asking().locator('[data-field="abstract"] mark').allInnerTexts()).toEqual([
      'eleven',
      'twelve',
      'half',
    ]);
  });

  it('are answered by keyboard alone, and the focus stays', async () => {
    await asking().getByRole('button', { name: /^Same/ }).focus();
    await until(/toasters/);
    await press('d');
    await expect.poll(counts).toMatchObject({ questions: 3, distinct: 1 });
    expect(await progress().innerText()).toBe('2 of 4');
    expect(await focused()).toMatch(/^Same/);
  });

  it('come back with U, which says what it takes back', async () => {
    await page.getByRole('button', { name: /^Undo: .*different/ }).waitFor();
    await page.keyboard.press('u');
    await expect.poll(titleAsked).toMatch(/toasters/);
    await expect.poll(counts).toMatchObject({ questions: 4, distinct: 0 });
    expect(await progress().innerText()).toBe('1 of 4');
    await press('d');
    await expect.poll(counts).toMatchObject({ questions: 3, distinct: 1 });
  });

  it('that are put off come again at the end', async () => {
    await until(/Solder/);
    const later = await titleAsked();
    await press('l');
    await until(/Neighbours/);
    await press('s');
    await until(/mending/i);
    await asking().getByText('in a group with 1 other').waitFor();
    await press('s');
    await expect.poll(titleAsked).toBe(later);
    await asking().getByText('put off before').waitFor();
    expect(await progress().innerText()).toBe('4 of 4');
    await page.keyboard.press('s');
    await asking().getByText('Nothing is left to ask.').waitFor();
    expect(await focused()).toBe('The same report?');
    await expect.poll(counts).toMatchObject({ groups: 4, sure: 0, questions: 0 });
  });
});

describe('a group that stands', () => {
  it('shows that votes on its records disagree, and Screen has them', async () => {
    await group(/Solder/)
      .getByText('The votes on its records disagree.')
      .waitFor();
    await group(/Solder/)
      .getByText('2 votes on its records')
      .waitFor();
    await group(/Solder/)
      .getByRole('link', { name: 'Settle them in Screen' })
      .click();
    await part('Votes that differ').getByText('Solder and solidarity').waitFor();
    await go('gather/duplicates');
  });

  it('says how it came about, and which record each field is from', async () => {
    await groups().getByLabel('Search the groups').fill('mending');
    await groups().getByText('1 found').waitFor();
    await open(/mending/i);
    const shown = group(/mending/i);
    await shown.getByText('answered by Bea Reader').waitFor();
    await shown
      .getByText(/one old kettle.*from record 2 of CINAHL/s)
      .first()
      .waitFor();
    expect(await shown.getByRole('columnheader').count()).toBe(4);
  });

  it('is split by ticking records, which are not asked about again', async () => {
    const shown = group(/mending/i);
    await shown.getByRole('button', { name: 'Take records out' }).click();
    await shown.getByRole('button', { name: 'Take them out' }).click();
    await shown.getByText('Tick at least one of them').waitFor();
    await shown.getByLabel('Record 2 of CINAHL is another report').check();
    await shown.getByLabel('Why (you may leave it empty)').fill('A later printing');
    await shown.getByRole('button', { name: 'Take them out' }).click();
    await expect.poll(counts).toMatchObject({ groups: 4, questions: 0, distinct: 2 });
    await groups().getByText('1 found').waitFor();
    await open(/mending/i);
    await expect
      .poll(() =>
        group(/mending/i)
          .getByRole('columnheader')
          .count(),
      )
      .toBe(3);
  });

  it('takes up another record by hand, found by its words', async () => {
    await groups().getByLabel('Search the groups').fill('');
    await open(/Talking over kettles/);
    const shown = group(/Talking over kettles/);
    await shown.getByRole('button', { name: 'Add a record or a group' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.keyboard.type('price of parts');
    await shown.getByRole('button', { name: 'Same report: The price of parts' }).click();
    await expect.poll(counts).toMatchObject({ groups: 4, questions: 0 });
    await group(/Talking over kettles/)
      .getByText('3 records: MEDLINE (2), CINAHL')
      .waitFor();
    await page.keyboard.press('u');
    await group(/Talking over kettles/)
      .getByText('2 records: MEDLINE, CINAHL')
      .waitFor();
  });

  it('takes up another group whole', async () => {
    await open(/Talking over kettles/);
    const shown = group(/Talking over kettles/);
    await shown.getByRole('button', { name: 'Add a record or a group' }).click();
    await page.keyboard.type('neighbours');
    await shown
      .getByRole('button', { name: /^Same report: Neighbours/ })
      .first()
      .click();
    await expect.poll(counts).toMatchObject({ groups: 3 });
    await groups().getByText('4 records: MEDLINE (2), CINAHL (2)').waitFor();
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 4 });
  });

  it('is taken away whole, and comes back with U', async () => {
    await open(/Talking over kettles/);
    await page.getByRole('button', { name: /^Take the group away: Talking/ }).click();
    await expect.poll(counts).toMatchObject({ groups: 3, sure: 1 });
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 4, sure: 0 });
  });
});

describe('a file that comes later', () => {
  it('brings records that join a group that stands', async () => {
    const towels = { TI: 'Tea towels and trust: a diary study of menders', PY: '2022', VL: '15', SP: '88', EP: '99' };
    await go('gather');
    await bring('embase.ris', 'Embase', ris(kettles) + ris(towels).repeat(3));
    await go('gather/duplicates');
    await expect.poll(counts).toMatchObject({ groups: 4, sure: 2 });
    const row = part('Sure').locator('[data-row]').filter({ hasText: 'Talking over kettles' });
    await row.getByText('joins a group that stands').waitFor();
    await row.getByRole('button', { name: /^Group: Talking/ }).click();
    await group(/Talking over kettles/)
      .getByText('3 records: MEDLINE, CINAHL, Embase')
      .waitFor();
    await expect.poll(counts).toMatchObject({ groups: 4, sure: 1 });
    await page.keyboard.press('u');
    await group(/Talking over kettles/)
      .getByText('2 records: MEDLINE, CINAHL')
      .waitFor();
  });

  it('brings three of which only two are one report', async () => {
    const row = part('Sure').locator('[data-row]').filter({ hasText: 'Tea towels' });
    await row.getByRole('button', { name: /^Look closely/ }).click();
    await row.getByLabel('Record 3 of Embase is the same report').uncheck();
    await row.getByLabel('Record 2 of Embase is the same report').uncheck();
    await row.getByRole('button', { name: /^Group the ticked ones/ }).click();
    await row.getByText('Tick at least two of them').waitFor();
    await row.getByLabel('Record 2 of Embase is the same report').check();
    await row.getByRole('button', { name: /^Group the ticked ones/ }).click();
    await group(/Tea towels/)
      .getByText('2 records: Embase (2)')
      .waitFor();
    await expect.poll(counts).toMatchObject({ groups: 5, sure: 1, distinct: 3 });
    for (const left of [2, 1]) {
      await page.keyboard.press('u');
      await expect.poll(counts).toMatchObject({ distinct: 2, groups: left === 2 ? 5 : 4 });
    }
  });
});

describe('another window', () => {
  it('sees at once what is done in this one', async () => {
    const other = await page.context().newPage();
    other.setDefaultTimeout(15_000);
    await other.goto(page.url());
    const seen = other.locator('[data-count="groups"] dd').first();
    await expect.poll(() => seen.innerText()).toBe('4');
    await open(/Neighbours/);
    await page.getByRole('button', { name: /^Take the group away: Neighbours/ }).click();
    await expect.poll(() => seen.innerText()).toBe('3');
    await other.locator('[data-progress="questions"]').getByText('1 of 1').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => seen.innerText()).toBe('4');
    await other.close();
  });
});

describe('a record', () => {
  it('is said to be the same report as another on its own page', async () => {
    await go('gather');
    await part('Records').getByRole('link', { name: 'A glossary of screws' }).click();
    await page.getByText('No other record is known to be the same report.').waitFor();
    await page.getByRole('button', { name: 'Same report as …' }).click();
    await page.keyboard.type('price of parts');
    await page.getByRole('button', { name: 'Same report: The price of parts' }).click();
    await part('The same report').getByRole('link', { name: 'The price of parts' }).waitFor();
    await expect.poll(() => focused()).toBe('Same report as …');
    await part('The same report').getByRole('link', { name: 'To the group' }).click();
    await page.getByRole('heading', { level: 1, name: 'Duplicates' }).waitFor();
    await group(/screws|price/)
      .getByText('grouped by hand by Bea Reader')
      .waitFor();
    await group(/screws|price/)
      .getByText('How it is shown')
      .waitFor();
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 4 });
  });
});

describe('the page', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('is whole at %i px, %s, with everything open', async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await go('gather/duplicates');
    await open(/Solder/);
    await page.getByRole('button', { name: /^Take the group away: Solder/ }).click();
    await progress().waitFor();
    await open(/Talking over kettles/);
    await group(/Talking over kettles/)
      .getByRole('button', { name: 'Take them apart' })
      .first()
      .click();
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    expect(
      found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.locator('main h1').click();
    await page.keyboard.press('u');
    await expect.poll(counts).toMatchObject({ groups: 4 });
  });
});
