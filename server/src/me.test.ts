import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Myself, settingsFolder } from './me.js';
import { temporaryFolder } from './testing/review-file.js';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

describe('who sits at this machine', () => {
  it('is the same person the next time, under the name they gave', async () => {
    const first = await Myself.at(join(folder, 'new', 'settings'));
    expect(first.card.name).not.toBe('');
    await first.rename('Ana Reyes');
    const again = await Myself.at(join(folder, 'new', 'settings'));
    expect(again.card).toEqual({ person: first.card.person, name: 'Ana Reyes' });
  });

  it('has been asked for a name once one was given', async () => {
    const first = await Myself.at(folder);
    expect([first.named, (await Myself.at(folder)).named]).toEqual([false, false]);
    await first.rename(first.card.name);
    expect([first.named, (await Myself.at(folder)).named]).toEqual([true, true]);
  });

  it('was asked before, where an older card holds another name than the machine', async () => {
    await writeFile(join(folder, 'me.json'), '{"person": "ana", "name": "Ana Reyes of Lagos"}');
    expect((await Myself.at(folder)).named).toBe(true);
  });

  it('leaves no half-written card', async () => {
    await (await Myself.at(folder)).rename('Ana');
    expect(await readdir(folder)).toEqual(['me.json']);
  });

  it('sets a card aside that cannot be read', async () => {
    await writeFile(join(folder, 'me.json'), '{"person": "ana');
    const { card } = await Myself.at(folder);
    expect(card.person).toMatch(/^person-/);
    expect(await readFile(join(folder, 'me.json.unreadable'), 'utf8')).toBe('{"person": "ana');
  });

  it('is kept where the system keeps settings, or where it is told', () => {
    expect(settingsFolder({ THROUGHLINE_HOME: '/srv/t' }, 'linux')).toBe('/srv/t');
    expect(settingsFolder({ XDG_CONFIG_HOME: '/home/a/.conf' }, 'linux')).toBe(join('/home/a/.conf', 'throughline'));
    expect(settingsFolder({ APPDATA: 'C:/Roaming' }, 'win32')).toBe(join('C:/Roaming', 'Throughline'));
    expect(settingsFolder({}, 'darwin')).toMatch(/Application Support.Throughline$/);
  });
});
