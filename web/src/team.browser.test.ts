import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningServer, startServer } from '@throughline/server/start-server';
import { folderStore, openRegister, type Register, type ReviewStore } from '@throughline/storage';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';

const ana = { name: 'Ana Lead', email: 'ana@example.org', password: 'heron kettle orbit plum' };
const noor = { name: 'Noor Haddad', email: 'noor@example.org', password: 'seven grey umbrellas away' };

const root = join(import.meta.dirname, '../..');

let browser: Browser;
let folder: string;
let store: ReviewStore;
let register: Register;
let server: RunningServer;
let origin: string;

/** A team's server over an empty folder. Its own address stands in its links, so the port is known before. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-team-'));
  store = await folderStore(folder);
  register = await openRegister({ folder });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = await startServer({ store, register, origin, port });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await register?.close();
  await store?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  listening.close();
  await once(listening, 'close');
  return port;
}

interface Looks {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A browser of its own, in which nobody is signed in. */
async function browserAt(path: string, { width = 1280, colorScheme = 'light' }: Looks = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, acceptDownloads: true });
  const page = await context.newPage();
  await at(page, path);
  return page;
}

async function at(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, origin).href);
  await page.locator('main h1').waitFor();
}

/** Milliseconds: a password is slow to check, and the machine may be busy. */
const patience = { timeout: 20_000 };
const heading = (page: Page) => expect.poll(() => page.locator('main h1').textContent(), patience);
const said = (page: Page) => expect.poll(() => page.getByRole('alert').textContent(), patience);
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

async function signIn(page: Page, { email, password }: typeof ana): Promise<void> {
  await field(page, 'E-mail address').fill(email);
  await field(page, 'Password').fill(password);
  await press(page, 'Sign in');
}

/** A browser in which somebody is signed in, on a page. */
async function signedIn(who: typeof ana, path: string, looks?: Looks): Promise<Page> {
  const page = await browserAt(path, looks);
  await heading(page).toBe('Sign in');
  await signIn(page, who);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('main h1').waitFor();
  return page;
}

interface Ran {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** Nothing that axe finds serious, and nothing that has to be pushed sideways. */
async function isClean(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Ran> } }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.slice(0, 3).map(({ html }) => html),
    }));
  });
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious, name).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, name).toBeLessThanOrEqual(0);
}

let review: string;
let invitation: string;

// Each of these goes on where the one before it ended, as a team does.
describe('a new server', () => {
  it('is set up with the key that it printed, and refuses another', async () => {
    const page = await browserAt('/');
    await heading(page).toBe('Set up this server');
    await isClean(page, 'set up');
    await field(page, 'Set-up key').fill('guessed');
    await field(page, 'Your name').fill(ana.name);
    await field(page, 'E-mail address').fill(ana.email);
    await field(page, 'New password').fill(ana.password);
    await press(page, 'Make the first account');
    await said(page).toMatch(/not the key/);
    expect(await field(page, 'Set-up key').evaluate((input) => input === document.activeElement)).toBe(true);
    await field(page, 'Set-up key').fill((await server.setupKey()) ?? '');
    await press(page, 'Make the first account');
    await heading(page).toBe('Reviews');
    expect(await page.getByText('You are in no review yet').count()).toBe(1);
    await isClean(page, 'no reviews');
    await page.context().close();
  });

  it('takes nobody in by a guess, and says it beside the field', async () => {
    const page = await browserAt('/');
    await heading(page).toBe('Sign in');
    await isClean(page, 'sign in');
    await signIn(page, { ...ana, password: 'heron kettle orbit pear' });
    await said(page).toMatch(/do not go together/);
    const password = field(page, 'Password');
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await password.getAttribute('aria-describedby')).toBe(await page.getByRole('alert').getAttribute('id'));
    await page.context().close();
  });

  it('leads to the page that was asked for, once one is signed in', async () => {
    const page = await signedIn(ana, '/account?from=here');
    expect(new URL(page.url()).pathname).toBe('/account');
    await at(page, '/sign-in?to=//elsewhere.example/');
    expect(new URL(page.url()).origin).toBe(origin);
    await page.context().close();
  });
});

describe('a team', () => {
  it('begins with whoever starts the review, as its lead', async () => {
    const page = await signedIn(ana, '/');
    await field(page, 'Title of the new review').fill('Mending in public');
    await press(page, 'Start');
    await page.waitForURL((url) => url.pathname.length > 1);
    review = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await heading(page).toBe('Team');
    const own = page.getByRole('row').filter({ hasText: 'you' });
    expect(await own.getByRole('combobox').inputValue()).toBe('lead');
    await page.context().close();
  });

  it('grows by an invitation whose link is shown once', async () => {
    const page = await signedIn(ana, `${review}/team`);
    const form = page.getByRole('form', { name: 'Invite somebody' });
    await form.getByLabel('Name in this review').fill(noor.name);
    await form.getByRole('button', { name: 'Invite' }).click();
    invitation = (await page.getByRole('group', { name: 'Link' }).textContent()) ?? '';
    expect(invitation.startsWith(`${origin}/join/`)).toBe(true);
    await isClean(page, 'invited');
    await page.reload();
    await heading(page).toBe('Team');
    expect(await page.getByText(invitation).count()).toBe(0);
    const waiting = page.getByRole('region', { name: 'Invitations not yet used' });
    await expect.poll(() => waiting.getByRole('row').filter({ hasText: noor.name }).count()).toBe(1);
    await page.context().close();
  });

  it('takes in whoever opens the link, and tells the others at once', async () => {
    const lead = await signedIn(ana, `${review}/team`);
    const page = await browserAt(invitation);
    await heading(page).toBe('You are invited');
    expect(await page.getByText('Mending in public').count()).toBe(1);
    await isClean(page, 'join');
    await field(page, 'E-mail address').fill(noor.email);
    await field(page, 'New password').fill('too short');
    await press(page, 'Make my account and accept');
    await said(page).toMatch(/at least 12/);
    await field(page, 'New password').fill(noor.password);
    await press(page, 'Make my account and accept');
    await page.waitForURL(`**${review}`);
    await heading(page).toBe('Mending in public');
    const row = lead
      .getByRole('region', { name: 'People of this review' })
      .getByRole('row')
      .filter({ hasText: noor.name });
    await expect.poll(() => row.count()).toBe(1);
    await at(page, invitation);
    await heading(page).toBe('This invitation cannot be used');
    await Promise.all([page.context().close(), lead.context().close()]);
  });

  it('sees who is here, and where', async () => {
    const lead = await signedIn(ana, `${review}/plan`);
    const page = await signedIn(noor, `${review}/read`);
    await lead.getByText(`Also here: ${noor.name} (Read)`).waitFor();
    await page.getByText(`Also here: ${ana.name} (Plan)`).waitFor();
    await Promise.all([page.context().close(), lead.context().close()]);
  });
});

describe('a session that ends while somebody writes', () => {
  it('loses nothing: what was written is stored after signing in again', async () => {
    const lead = await signedIn(ana, `${review}/plan`);
    const page = await signedIn(noor, `${review}/plan`);
    await press(page, 'Add a criterion');
    await page.getByLabel('What it does').selectOption('inclusion');
    await page.getByRole('combobox', { name: 'What it is about' }).fill('Population');
    await field(page, 'The criterion').fill('People who mend clothes');
    const elsewhere = await signedIn(noor, '/account');
    await press(elsewhere, 'Sign out everywhere else');
    await elsewhere.getByText('Signed out there.').waitFor();
    await press(page, 'Keep');
    await page.getByText('You are signed out').waitFor();
    await isClean(page, 'signed out');
    expect(await page.getByText('People who mend clothes').count()).toBe(1);
    await press(page, 'Sign in');
    const again = page.getByRole('dialog', { name: 'Sign in to go on' });
    expect(await again.getByLabel('E-mail address').inputValue()).toBe(noor.email);
    await isClean(page, 'sign in again');
    await again.getByLabel('Password', { exact: true }).fill(noor.password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await lead.getByText('People who mend clothes').waitFor();
    await expect.poll(() => page.getByText('You are signed out').count()).toBe(0);
    await Promise.all([page, lead, elsewhere].map((each) => each.context().close()));
  });

  it('stores nothing under the name of somebody else', async () => {
    const page = await signedIn(noor, `${review}/plan`);
    await press(page, 'Add a criterion');
    await field(page, 'The criterion').fill('Half of a sentence');
    const other = await page.context().newPage();
    await at(other, '/account');
    await press(other, 'Sign out');
    await heading(other).toBe('Sign in');
    await signIn(other, ana);
    await other.getByRole('link', { name: ana.name }).waitFor();
    await page.getByText(`${ana.name} is signed in now`).waitFor();
    await page.getByLabel('What it does').selectOption('inclusion');
    await page.getByRole('combobox', { name: 'What it is about' }).fill('Date');
    await press(page, 'Keep');
    expect(await page.getByText('Half of a sentence').count()).toBe(1);
    await press(page, `Go on as ${ana.name}, and leave what was written`);
    await page.getByText(`You are ${ana.name}`).waitFor();
    await heading(page).toBe('Plan');
    expect(await page.getByText('Half of a sentence').count()).toBe(0);
    await page.context().close();
  });
});

describe('a commenter', () => {
  it('reads what a lead opens, from then on, and is offered nothing to change there', async () => {
    const lead = await signedIn(ana, `${review}/team`);
    await lead.getByRole('combobox', { name: `Role of ${noor.name}` }).selectOption('commenter');
    const page = await signedIn(noor, `${review}/plan`);
    await page.getByText('This room is not open to you').waitFor();
    expect(await page.getByText('People who mend clothes').count()).toBe(0);
    await isClean(page, 'closed room');
    await press(lead, 'Open to commenters: Plan');
    await page.getByText('People who mend clothes').waitFor();
    expect(await page.getByRole('button', { name: 'Add a criterion' }).count()).toBe(0);
    await at(page, `${review}/team`);
    expect(await page.getByRole('combobox', { name: /^Role of/ }).count()).toBe(0);
    await press(lead, 'Close to commenters: Plan');
    await at(page, `${review}/plan`);
    await page.getByText('This room is not open to you').waitFor();
    await lead.getByRole('combobox', { name: `Role of ${noor.name}` }).selectOption('reviewer');
    await press(page, 'Add a criterion');
    await Promise.all([page.context().close(), lead.context().close()]);
  });
});

describe('a review that moves', () => {
  it('comes in from the file of a laptop, to whom one is in it, and goes out as an archive', async () => {
    const laptop = join(folder, 'laptop');
    const demo = [join(root, 'cli/bin/throughline.js'), 'demo', laptop, '--review', 'practice'];
    await promisify(execFile)(process.execPath, demo);
    const page = await signedIn(ana, '/');
    await page.getByLabel('Archive or review file').setInputFiles(join(laptop, 'practice.throughline'));
    await press(page, 'Look into the file');
    await page.getByRole('radio', { name: /Ana Kestrel/ }).check();
    await isClean(page, 'who one is');
    await press(page, 'Bring it in');
    await page.waitForURL('**/practice');
    await page.getByText('You are Ana Kestrel').waitFor();
    await at(page, '/practice/team');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save an archive' }).click();
    const archive = join(laptop, 'moved.zip');
    await (await saved).saveAs(archive);
    await at(page, '/');
    await page.getByLabel('Archive or review file').setInputFiles(archive);
    await press(page, 'Look into the file');
    await page.getByRole('radio', { name: /Ana Kestrel/ }).check();
    await press(page, 'Bring it in');
    await said(page).toMatch(/already/);
    await page.context().close();
  });
});

describe('a second step', () => {
  it('is turned on with a code of the app, and asked for when signing in', async () => {
    const page = await signedIn(noor, '/account');
    await press(page, 'Turn it on');
    const form = page.getByRole('form', { name: 'Turn it on' });
    await form.getByLabel('Password', { exact: true }).fill(noor.password);
    await form.getByRole('button', { name: 'Turn it on' }).click();
    const secret = ((await page.getByRole('group', { name: 'Secret' }).textContent()) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
    const codes = ((await page.getByRole('group', { name: 'Backup codes' }).textContent()) ?? '').split('\n');
    await isClean(page, 'second step');
    await field(page, 'Code').fill('000000');
    await press(page, 'Turn it on with this code');
    await said(page).toMatch(/not right/);
    await field(page, 'Code').fill(codeOf(secret));
    await press(page, 'Turn it on with this code');
    await page.getByText('The second step is on.').waitFor();
    await press(page, 'Sign out');
    await heading(page).toBe('Sign in');
    await signIn(page, noor);
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    await isClean(page, 'code');
    await field(page, 'Code').fill(codes[0] ?? '');
    await press(page, 'Go on');
    await heading(page).toBe('Reviews');
    await page.context().close();
  });

  /** The code of now (RFC 6238: six digits, SHA-1, steps of 30 s). */
  function codeOf(secret: string): string {
    const bits = [...secret].map((sign) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
    );
    const bytes =
      bits
        .join('')
        .match(/.{8}/g)
        ?.map((byte) => Number.parseInt(byte, 2)) ?? [];
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const hash = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
    const from = (hash.at(-1) ?? 0) & 15;
    return String((hash.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
  }
});

describe('an administrator', () => {
  it('gives a link for a new password, which works once', async () => {
    const page = await signedIn(ana, '/admin');
    await isClean(page, 'administrator');
    await press(page, `What can be done with the account of ${noor.name}`);
    await page.getByRole('menuitem', { name: 'Turn the second step off' }).click();
    await page.getByText(`The second step of ${noor.name} is off.`).waitFor();
    await press(page, `What can be done with the account of ${noor.name}`);
    await page.getByRole('menuitem', { name: 'Make a link for a new password' }).click();
    const link = (await page.getByRole('group', { name: 'Link' }).textContent()) ?? '';
    const theirs = await browserAt(link);
    await heading(theirs).toBe('Choose a new password');
    await isClean(theirs, 'reset');
    noor.password = 'eight blue umbrellas back';
    await field(theirs, 'New password').fill(noor.password);
    await press(theirs, 'Keep the new password');
    await theirs.getByText('Your new password is kept.').waitFor();
    await at(theirs, link);
    await theirs.reload();
    await field(theirs, 'New password').fill('nine red umbrellas away');
    await press(theirs, 'Keep the new password');
    await said(theirs).toMatch(/used already/);
    await page.reload();
    await page.getByText('A new password was set by a link.').waitFor();
    await Promise.all([page.context().close(), theirs.context().close()]);
  });

  it('is not everybody', async () => {
    const page = await signedIn(noor, '/admin');
    expect(await page.getByText('This page is for administrators').count()).toBe(1);
    expect(await page.getByRole('table').count()).toBe(0);
    await page.context().close();
  });
});

describe.each([
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('at %i pixels, %s', (width, colorScheme) => {
  it('every page of a server is clean', async () => {
    const looks = { width, colorScheme };
    const outside = await browserAt('/sign-in', looks);
    for (const path of ['/sign-in', '/forgotten', '/reset#x', '/reset', '/join/nothing']) {
      await at(outside, path);
      await isClean(outside, path);
    }
    await outside.context().close();
    const page = await signedIn(ana, '/', looks);
    for (const path of ['/', '/account', '/admin', `${review}/team`, `${review}/plan`, `${review}/screen`]) {
      await at(page, path);
      await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined);
      await isClean(page, path);
    }
    await page.context().close();
  });
});

describe('whoever is taken out of a review', () => {
  it('is told, and keeps what stands on the page', async () => {
    const lead = await signedIn(ana, `${review}/team`);
    const page = await signedIn(noor, `${review}/plan`);
    await page.getByText('People who mend clothes').waitFor();
    await press(lead, `Take out: ${noor.name}`);
    await press(lead, 'Take out');
    await lead.getByText(`${noor.name} is no longer in the team.`).waitFor();
    await page.getByText('This review cannot be followed here any more.').waitFor();
    await at(page, '/');
    await page.getByText('You are in no review yet').waitFor();
    await Promise.all([page.context().close(), lead.context().close()]);
  });
});
