// Takes the picture of the README from the running program: node docs/screenshot.mjs (after npm run build)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../cli/dist/run.js';
import { startWorkbench } from '../server/dist/index.js';
import { launchChromium } from '../tools/chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'throughline-screenshot-'));
const silent = {
  out: () => {},
  err: () => {},
  errIsTerminal: false,
  env: process.env,
  cwd: folder,
  stopped: async () => {},
  show: () => {},
};
try {
  await run(['demo', folder, '--json'], silent);
  const reviews = [join(folder, 'link-workers.throughline')];
  const workbench = await startWorkbench({ reviews, port: 0, webRoot: join(root, 'web', 'dist') });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.on('console', (message) => process.stderr.write(`${message.type()}: ${message.text()}\n`));
  await page.goto(workbench.url);
  await page
    .getByRole('link', { name: /^Synthesise/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /The pressure of targets/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'The line of argument' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(root, 'docs', 'screenshot.png') });
  await browser.close();
  await workbench.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
