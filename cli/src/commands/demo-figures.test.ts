import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../testing/typed.js';

const accepted = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/link-workers/figures/${name}.svg`, import.meta.url));

let person: Person;
beforeAll(async () => {
  person = await Person.arrives();
  await person.types('demo', 'founding');
});
afterAll(() => person.leaves());

describe('the figures of the founding review', () => {
  it.each(['flow', 'contributions', 'line-of-argument'])('%s is as it was accepted', async (name) => {
    const svg = await readFile(person.at('founding', `${name}.svg`), 'utf8');
    const same = existsSync(accepted(name)) && readFileSync(accepted(name), 'utf8') === svg;
    if (same) rmSync(accepted(`${name}-changed`), { force: true });
    else writeFileSync(accepted(`${name}-changed`), svg);
    expect(same, `look at ${name}-changed.svg beside it, then npm run gallery -- --accept`).toBe(true);
  });
});
