import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type PersonId, asId, idShape } from '@throughline/core';
import type { Me } from '@throughline/wire';
import { z } from 'zod';
import { newId } from './new-id.js';

const stored = z.object({
  person: z.string().regex(idShape),
  name: z.string().trim().min(1).max(200),
  /** The name was given by somebody, and not taken from the machine. Cards of earlier versions do not say. */
  named: z.boolean().optional(),
});

/** Who sits at this machine: one person, known by the same id in every review that is opened here. */
export class Myself {
  private constructor(
    private readonly folder: string | undefined,
    private present: Me,
    private given: boolean,
  ) {}

  /** Reads the card in the settings folder; the first time, writes it with the name of the machine's account. */
  static async at(folder: string = settingsFolder()): Promise<Myself> {
    const known = await readCard(folder);
    if (known !== undefined) return new Myself(folder, known.card, known.named);
    const me = new Myself(folder, { person: newId<PersonId>('person'), name: accountName() }, false);
    await me.keep();
    return me;
  }

  /** Somebody who is kept nowhere: for a program that already knows who works with it. */
  static as(me: Me): Myself {
    return new Myself(undefined, me, true);
  }

  get card(): Me {
    return this.present;
  }

  /** Somebody gave this name; without, it is the machine's. */
  get named(): boolean {
    return this.given;
  }

  async rename(name: string): Promise<Me> {
    this.present = { ...this.present, name };
    this.given = true;
    await this.keep();
    return this.present;
  }

  /** Written beside and moved into place, so that a crash leaves the old card or the new one, never half of one. */
  private async keep(): Promise<void> {
    if (this.folder === undefined) return;
    await mkdir(this.folder, { recursive: true });
    const beside = join(this.folder, `me.${randomUUID()}.json`);
    await writeFile(beside, `${JSON.stringify({ ...this.present, named: this.given }, undefined, 2)}\n`, {
      flush: true,
    });
    await rename(beside, join(this.folder, cardName));
  }
}

const cardName = 'me.json';

/** A card that cannot be read is set aside, not overwritten. */
async function readCard(folder: string): Promise<{ card: Me; named: boolean } | undefined> {
  const path = join(folder, cardName);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const card = stored.safeParse(parsed(text));
  if (card.success) {
    const { person, name, named = name !== accountName() } = card.data;
    return { card: { person: asId<PersonId>(person), name }, named };
  }
  await rename(path, `${path}.unreadable`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a program keeps its settings: THROUGHLINE_HOME, else where the system's own programs do. */
export function settingsFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.THROUGHLINE_HOME) return env.THROUGHLINE_HOME;
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Throughline');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Throughline');
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'throughline');
}

/** An account without a name in the system's list has none to give. */
function accountName(): string {
  try {
    return userInfo().username.trim() || 'Me';
  } catch {
    return 'Me';
  }
}
