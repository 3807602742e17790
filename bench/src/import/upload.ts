import { openAsBlob } from 'node:fs';
import type { ImportAnswer } from '@throughline/wire';

// Brings a file to the server, from disk, in a process of its own. Arguments: the route, the cookie, and the file.

/** What became of it. */
export interface Uploaded {
  readonly read: number;
  /** Seconds from the request to the answer. */
  readonly seconds: number;
}

const [route = '', cookie = '', path = ''] = process.argv.slice(2);
const form = new FormData();
form.append('kind', 'database');
form.append('name', 'MEDLINE');
form.append('file', await openAsBlob(path), 'medline.ris');
const began = performance.now();
const answer = await fetch(route, { method: 'POST', body: form, headers: { cookie, origin: new URL(route).origin } });
const seconds = (performance.now() - began) / 1000;
if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
const { read } = (await answer.json()) as ImportAnswer;
process.send?.({ read, seconds } satisfies Uploaded);
