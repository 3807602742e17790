import { once } from 'node:events';
import { join } from 'node:path';
import { type PersonId, type ReviewId, asId } from '@throughline/core';
import { startWorkbench } from '@throughline/server';
import { createSqlite, startReview } from '@throughline/storage';

// The server: the workbench of one person, as `throughline open` starts it, on a review file in a folder of its own.

/** Once it listens: the address that lets in. */
export interface Listening {
  readonly url: string;
}
/** When it has stopped. */
export interface Spent {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly peak: number;
  readonly failed: readonly string[];
}

const [folder = ''] = process.argv.slice(2);
const me = { person: asId<PersonId>('lead'), name: 'Lead' };
const file = join(folder, 'first.throughline');
const keeper = await createSqlite(file);
const id = asId<ReviewId>('first');
await (await startReview(keeper, { id, title: 'First', invented: true, by: me.person, name: me.name })).close();
await keeper.close();

const failed: string[] = [];
const desk = await startWorkbench({ reviews: [file], me, onLog: (entry) => failed.push(JSON.stringify(entry)) });
process.send?.({ url: desk.url } satisfies Listening);
await once(process, 'message');
const { user, system } = process.cpuUsage();
await desk.close();
const spent: Spent = { cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024, failed };
process.send?.(spent, () => process.exit(0));
