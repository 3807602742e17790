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

let browser: Browser;
let folder: string;
let workbench: Workbench;
let page: Page;
/** Where the pages are, and which review. */
let at: string;
let review: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-making-'));
  workbench = await startWorkbench({ reviews: [folder], me: { person: asId('bea'), name: 'Bea Reader' } });
  at = workbench.url;
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await workbench?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** One review grows from nothing, room by room: each test goes on where the one before it ended. */
describe('a review that is made in the browser', () => {
  it('begins empty', async () => {
    await page.goto(workbench.url);
    await page.getByLabel('Title of the new review').fill('Waiting for a bus');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { level: 1, name: 'Waiting for a bus' }).waitFor();
    review = new URL(page.url()).pathname.split('/')[1] ?? '';
    expect(review).not.toBe('');
  });

  it('gets a protocol, and keeps what was typed while something is missing', async () => {
    await go('plan');
    const form = await opened('Write the protocol');
    expect(await focusedName(page)).toBe('aim');
    await form.getByLabel('Aim').fill('To understand how people wait.');
    await form.getByLabel('Questions').fill('What does waiting feel like?\nWho waits longest?');
    await page.keyboard.press('Control+Enter');
    expect(await form.getByRole('alert').textContent()).toBe('Method: this is needed.');
    expect(await focusedName(page)).toBe('method');
    expect(await form.getByLabel('Aim').inputValue()).toBe('To understand how people wait.');
    expect(await seriousFindings()).toEqual([]);
    await form.getByLabel('Method', { exact: true }).fill('Meta-ethnography');
    await form.getByLabel('Date').fill('soon');
    await page.keyboard.press('Enter');
    expect(await form.getByRole('alert').textContent()).toContain('write a day as');
    await form.getByLabel('Date').fill('2026-11');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Who waits longest?' }).waitFor();
    await expect.poll(() => focusedText(page)).toBe('Edit the protocol');
  });

  it('amends one field of the protocol, with the reason', async () => {
    const form = await opened('Edit the protocol');
    await form.getByLabel('Aim').fill('To understand how people wait together.');
    await form.getByLabel('Because').fill('The first studies are about queues.');
    await kept(form);
    await page.getByText('To understand how people wait together.').waitFor();
    await go('notes');
    const edited = page.locator('[data-change="protocol.edited"]');
    expect(await edited.textContent()).toContain('The first studies are about queues.');
    expect(await edited.locator('ul').textContent()).not.toContain('Meta-ethnography');
  });

  it('gets a criterion, and a position statement of whoever sits here', async () => {
    await go('plan');
    const criterion = await opened('Add a criterion');
    await criterion.getByLabel('What it does').selectOption({ label: 'includes' });
    await criterion.getByLabel('What it is about').fill('Population');
    await criterion.getByLabel('The criterion').fill('People who wait for public transport');
    await kept(criterion);
    await page.getByRole('button', { name: 'Take away: Population' }).waitFor();
    const position = await opened('Write your position statement');
    await position.getByLabel('Where you stand').fill('I walk.');
    await kept(position);
    await page.getByRole('heading', { name: 'Bea Reader' }).waitFor();
    expect(await page.getByRole('button', { name: 'Write your position statement' }).count()).toBe(0);
  });

  it('keeps a draft that is left with Escape', async () => {
    const form = await opened('Add a criterion');
    await form.getByLabel('The criterion').fill('Written before lunch');
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count()).toBe(0);
    expect(await focusedText(page)).toBe('Add a criterion');
    await page.keyboard.press('Enter');
    expect(await form.getByLabel('The criterion').inputValue()).toBe('Written before lunch');
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  it('gets a concept, and an answer to where it is contradicted', async () => {
    await go('translate');
    const form = await opened('Add a concept');
    await form.getByLabel('The concept').fill('Borrowed time');
    await kept(form);
    await page.getByText('not answered yet').waitFor();
    await page.getByRole('button', { name: 'Edit: Borrowed time' }).click();
    const answer = page.getByRole('form', { name: 'Edit: Borrowed time' });
    await answer.getByLabel('Where is it contradicted?').selectOption('looked for, none found');
    await kept(answer);
    await page.getByRole('cell', { name: 'looked for, none found' }).waitFor();
    await expect.poll(() => focusedLabel(page)).toBe('Edit: Borrowed time');
  });

  it('gets a level, a construct, a claim, two propositions and an arrow, and draws them', async () => {
    await go('synthesise');
    const level = await opened('Add a level');
    await level.getByLabel('Name of the level').fill('The stop');
    await kept(level);
    const construct = await opened('Add a third-order construct');
    await construct.getByLabel('Name of the construct').fill('Company without talk');
    await construct.getByLabel('Level').selectOption({ label: 'The stop' });
    await construct.getByLabel('Borrowed time').check();
    await kept(construct);

    await page.getByRole('link', { name: 'Company without talk' }).click();
    const claim = await opened('Add a claim');
    await claim.getByLabel('What is said').fill('Strangers stand closer when it rains.');
    await kept(claim);
    await page.getByRole('listitem').filter({ hasText: 'Strangers stand closer' }).getByText('cites nothing').waitFor();

    await go('synthesise');
    for (const text of ['Waiting makes neighbours.', 'Neighbours make a stop.']) {
      const proposition = await opened('Add a proposition');
      await proposition.getByLabel('The proposition').fill(text);
      await proposition.getByLabel('Company without talk').check();
      await kept(proposition);
    }
    const arrow = await opened('Add an arrow');
    await arrow.getByLabel('From').selectOption({ label: 'Waiting makes neighbours.' });
    await arrow.getByLabel('What the arrow says').fill('leads to');
    await arrow.getByLabel('To', { exact: true }).selectOption({ label: 'Neighbours make a stop.' });
    await kept(arrow);

    await expect.poll(() => drawn('propositions')).toBe(2);
    expect(await drawn('links')).toBe(1);
    expect(await drawn('constructs')).toBe(1);
  });

  it('is still there when the page is loaded again', async () => {
    await go('synthesise');
    await page.locator('section[aria-label^="Line of argument"] [data-on="synthesise.links"]').waitFor();
  });

  it('answers an item of the checklist, and notes a discussion', async () => {
    await go('report');
    const answer = await opened('Answer an item');
    await answer.getByLabel('Item of the eMERGe').fill('20');
    await answer.getByLabel('Answer', { exact: true }).fill('See the protocol.');
    await answer.getByRole('button', { name: 'Keep' }).click();
    expect(await answer.getByRole('alert').textContent()).toContain('from 1 to 19');
    await answer.getByLabel('Item of the eMERGe').fill('2');
    await kept(answer);
    await page.getByRole('rowheader', { name: 'eMERGe 2' }).waitFor();
    await go('notes');
    const discussion = await opened('Add a discussion');
    await discussion.getByLabel('With whom').fill('patients and public');
    await discussion.getByLabel('What it was about').fill('The first figure');
    await discussion.getByLabel('What was said').fill('Say stop, not node.');
    await kept(discussion);
    await page.getByRole('heading', { name: 'With patients and public' }).waitFor();
  });

  it('says how the studies relate', async () => {
    await go('relate');
    const form = await opened('Say how the studies relate');
    await form.getByLabel('How the studies relate').fill('They speak of the same thing.');
    await form.getByRole('button', { name: 'Keep' }).click();
    expect(await form.getByRole('alert').textContent()).toBe('Which synthesis is meant: choose at least one.');
    await form.getByLabel('line of argument').check();
    await kept(form);
    await page.getByText('Synthesis meant: line of argument').waitFor();
  });

  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('has nothing serious for axe, and no overflow, with its forms open at %i, %s', async (width, scheme) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const [path, opener] of [
      ['plan', 'Add a criterion'],
      ['translate', 'Add a concept'],
      ['synthesise', 'Add a proposition'],
      ['report', 'Answer an item'],
      ['notes', 'Add a discussion'],
    ] as const) {
      await go(path);
      await opened(opener);
      expect(await seriousFindings(), path).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('is told, when two windows edit one field, what stands there now', async () => {
    await go('plan');
    const form = await opened('Edit the protocol');
    const other = await page.context().newPage();
    await other.goto(new URL(`/${review}/plan`, workbench.url).href);
    await other.getByRole('button', { name: 'Edit the protocol' }).click();
    await other.getByLabel('Method', { exact: true }).fill('Thematic synthesis');
    await other.keyboard.press('Enter');
    await page.getByText('Thematic synthesis').waitFor();
    await form.getByLabel('Method', { exact: true }).fill('Framework synthesis');
    await page.keyboard.press('Enter');
    expect(await form.getByRole('alert').textContent()).toContain('It now says "Thematic synthesis"');
    expect(await form.getByLabel('Method', { exact: true }).inputValue()).toBe('Framework synthesis');
    await page.keyboard.press('Enter');
    await expect.poll(() => form.count()).toBe(0);
    await other.getByText('Framework synthesis').waitFor();
    await other.close();
  });

  it('does not lose a construct under its claim, and loses it when nothing rests on it', async () => {
    await go('synthesise');
    await page.getByText('Propositions and arrows, one by one').click();
    await page.getByRole('button', { name: /^Take away: .*leads to/ }).click();
    for (const text of ['Waiting makes neighbours.', 'Neighbours make a stop.'])
      await page.getByRole('button', { name: `Take away: ${text}` }).click();
    await page.getByRole('link', { name: 'Company without talk' }).click();
    const takeAway = page.getByRole('button', { name: 'Take away: Company without talk' });
    await takeAway.click();
    expect(await page.getByRole('alert').textContent()).toContain('Strangers stand closer when it rains.');
    await page.getByRole('button', { name: 'Take away: Strangers stand closer when it rains.' }).click();
    await expect.poll(() => focusedText(page)).toBe('Add a claim');
    await takeAway.click();
    await page.getByRole('heading', { level: 1, name: 'Synthesise' }).waitFor();
    expect(await page.getByRole('link', { name: 'Company without talk' }).count()).toBe(0);
    await page.getByText('No construct stands here yet.').waitFor();
  });
});

describe('what stands on reports', () => {
  let example: string;
  let practice: Workbench;

  beforeAll(async () => {
    example = await mkdtemp(join(tmpdir(), 'throughline-making-'));
    const program = join(import.meta.dirname, '../../cli/bin/throughline.js');
    await promisify(execFile)(process.execPath, [program, 'demo', example, '--review', 'practice']);
    const file = join(example, 'practice.throughline');
    practice = await startWorkbench({ reviews: [file], me: { person: asId('bea'), name: 'Bea Reader' } });
    await page.goto(practice.url);
    [review, at] = ['practice', practice.url];
  });
  afterAll(async () => {
    await practice?.close();
    if (example !== undefined) await rm(example, { recursive: true, force: true });
  });

  it('is a claim, better graded with the page, and best with marked words', async () => {
    await go('synthesise/warmth-has-a-fence');
    const claim = await opened('Add a claim');
    await claim.getByLabel('What is said').fill('A stove makes a second fence.');
    await claim.getByLabel('Evidence to add').selectOption('report');
    await claim.getByLabel('Report', { exact: true }).selectOption({ label: 'Marlow 2016' });
    await claim.getByLabel('Quotation').fill('At the stove nobody asks');
    await claim.getByRole('button', { name: 'Keep' }).click();
    expect(await claim.getByRole('alert').textContent()).toBe('A quotation needs the page on which it stands.');
    await claim.getByLabel('Page as printed').fill('213');
    await kept(claim);
    const line = page.locator('ol > li', { hasText: 'A stove makes a second fence.' });
    await expect.poll(() => line.locator('[data-grade]').first().getAttribute('data-grade')).toBe('locator');

    const edit = await opened('Edit: A stove makes a second fence.');
    expect(await edit.getByLabel('Marlow 2016, 213').isChecked()).toBe(true);
    await edit.getByLabel('Evidence to add').selectOption('passages');
    await edit.getByLabel(/Its gate has no lock/).check();
    await kept(edit);
    await expect.poll(() => line.locator('[data-grade]').first().getAttribute('data-grade')).toBe('passage');
    await line.getByText('1 report · 1 study').waitFor();
  });

  it('is a translation, written under its row, made from none and taken away again', async () => {
    await go('translate');
    await page.getByRole('button', { name: 'Edit the translation: Who is outside, Marlow 2016' }).click();
    const form = page.getByRole('form', { name: 'Who is outside, Marlow 2016' });
    expect(await form.getByLabel('What the disagreement is about').count()).toBe(0);
    await form.getByLabel('How it translates').selectOption('refutational');
    await form.getByLabel('What the disagreement is about').selectOption('setting');
    await form.getByLabel('How the report').fill('Nobody is outside of an open gate.');
    await form.getByLabel('The quiet promise').check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^refutational.*Nobody is outside/ }).waitFor();
    await expect.poll(() => focusedLabel(page)).toBe('Edit the translation: Who is outside, Marlow 2016');
    await page.keyboard.press('Enter');
    await page
      .locator('td[colspan]')
      .getByRole('button', { name: /^Take away/ })
      .click();
    await page.getByRole('button', { name: 'Translate: Who is outside, Marlow 2016' }).click();
    await form.getByLabel('How it translates').selectOption('absent');
    expect(await seriousFindings()).toEqual([]);
    await kept(form);
    await page.getByRole('button', { name: 'Edit the translation: Who is outside, Marlow 2016' }).waitFor();
  });

  it("is a category of the authors' concepts, and a relation between two", async () => {
    await go('relate');
    const category = await opened('Add a category');
    await category.getByLabel('Name of the category').fill('Promises');
    await category.getByLabel('The quiet promise (Marlow 2016)').check();
    await kept(category);
    await page.getByRole('button', { name: 'Take away: Promises' }).waitFor();
    const relation = await opened('Add a relation');
    await relation.getByLabel('From').selectOption({ label: 'The quiet promise (Marlow 2016)' });
    await relation.getByLabel('How it stands to the other').fill('explains');
    await relation.getByLabel('To', { exact: true }).selectOption({ label: 'The quiet promise (Marlow 2016)' });
    await relation.getByRole('button', { name: 'Keep' }).click();
    expect(await relation.getByRole('alert').textContent()).toBe('Something cannot be linked to itself.');
    await relation.getByLabel('To', { exact: true }).selectOption({ label: 'Nights as rent (Castellane 2021)' });
    await kept(relation);
    await page.getByRole('button', { name: /^Take away: .*quiet promise.*explains.*Nights as rent/ }).waitFor();
  });
});

async function go(path: string): Promise<void> {
  await page.goto(new URL(`/${review}/${path}`, at).href);
  await page.locator('main h1').waitFor();
}

/** How many different things of a shelf the figure draws; one may stand in several places. */
const drawn = (shelf: string): Promise<number> =>
  page
    .locator(`section[aria-label^="Line of argument"] [data-on="synthesise.${shelf}"]`)
    .evaluateAll((parts) => new Set(parts.map((part) => part.getAttribute('data-id'))).size);

/** Opens a form by its button, with the keyboard. */
async function opened(opener: string): Promise<Locator> {
  await page.getByRole('button', { name: opener, exact: true }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: opener, exact: true });
  await form.waitFor();
  return form;
}

/** Keeps what the form says; it closes when it was kept. */
async function kept(form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect.poll(() => form.count()).toBe(0);
}

const focusedText = (of: Page): Promise<string> => of.evaluate(() => document.activeElement?.textContent ?? '');
const focusedName = (of: Page): Promise<string> =>
  of.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
const focusedLabel = (of: Page): Promise<string> =>
  of.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

interface Ran {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** What axe finds that is serious or critical. */
async function seriousFindings(): Promise<unknown[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }));
}
