import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ReviewId, asId } from '@throughline/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peer } from '../../../tools/peer.mjs';
import { sha256Of } from '../hash.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import type { Blobs } from './contract.js';
import { keeping } from './keeping.js';
import { openBlobs } from './open-blobs.js';

const found = await peer('s3rver@3.7.1');
if ('missing' in found) console.error(`SKIPPED: files in an S3 store. ${found.missing}`);

/** The keys that this store of the tests takes. */
const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
const paper = new TextEncoder().encode('%PDF-1.7 the words of the paper');

describe.skipIf('missing' in found)('a store that speaks S3', () => {
  const folder = tempFolder();
  let store: ChildProcess;
  let endpoint: string;
  let made = 0;
  const opened = (more = ''): Promise<Blobs> => {
    made += 1;
    return openBlobs(`s3://papers/team/${made}?endpoint=${endpoint}${more}`, keys);
  };

  beforeAll(async () => {
    const program = join('missing' in found ? '' : found.folder, 'bin', 's3rver.js');
    const args = [program, '--directory', folder.path, '--address', '127.0.0.1', '--port', '0'];
    store = spawn(process.execPath, [...args, '--configure-bucket', 'papers'], { stdio: ['ignore', 'pipe', 'pipe'] });
    endpoint = `http://127.0.0.1:${await portSaid(store)}`;
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => store.once('exit', resolve));
    store.kill();
    await ended;
    folder.remove();
  });

  keeping('a store', async () => {
    const blobs = await opened();
    const alter = async (bytes: Uint8Array) => {
      const file = fileOf(sha256Of(paper), `${made}`);
      writeFileSync(file, bytes);
    };
    return { blobs, alter };
  });

  /** The bytes of an object, where the store keeps them. */
  function fileOf(hash: string, prefix: string): string {
    const files = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
    const name = files.find((each) => each.includes(join('team', prefix)) && each.endsWith(`${hash}._S3rver_object`));
    return join(folder.path, name ?? 'none');
  }

  test('takes no bytes under a hash that is not theirs', async () => {
    const blobs = await opened();
    const review = asId<ReviewId>('one');
    await blobs.put(review, sha256Of('other'), paper).catch(() => {});
    await expect(
      blobs.get(review, sha256Of('other')).then((bytes) => bytes ?? Promise.reject(new Error('none'))),
    ).rejects.toThrow();
  });

  test('is told by its name, without its keys', async () => {
    expect((await opened()).place).toMatch(/^s3:\/\/papers\/team\/\d+$/);
  });

  test('with wrong keys, or without the bucket, does not answer', async () => {
    const wrong = await openBlobs(`s3://papers?endpoint=${endpoint}`, { ...keys, AWS_ACCESS_KEY_ID: 'WRONG' });
    await expect(wrong.answers()).rejects.toMatchObject({ code: 'store.unreachable', values: { status: 403 } });
    const none = await openBlobs(`s3://no-such-bucket?endpoint=${endpoint}`, keys);
    await expect(none.answers()).rejects.toMatchObject({ code: 'store.unreachable', values: { status: 404 } });
    await expect(none.put(asId<ReviewId>('r'), sha256Of(paper), paper)).rejects.toMatchObject({
      code: 'store.unreachable',
    });
  });

  test('where nobody listens is said to be out of reach', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const gone = await openBlobs(`s3://papers?endpoint=http://127.0.0.1:${port}`, keys);
    await expect(gone.answers()).rejects.toMatchObject({ code: 'store.unreachable', values: { place: 's3://papers' } });
  });

  test('is never left for where a redirection leads', async () => {
    const asked: string[] = [];
    const leading = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { location: `${endpoint}/papers/secret` }).end();
    });
    await new Promise<void>((resolve) => leading.listen(0, '127.0.0.1', resolve));
    const { port } = leading.address() as AddressInfo;
    const blobs = await openBlobs(`s3://papers?endpoint=http://127.0.0.1:${port}`, keys);
    await expect(blobs.get(asId<ReviewId>('r'), sha256Of(paper))).rejects.toMatchObject({ code: 'store.unreachable' });
    expect(asked.length).toBe(1);
    await new Promise((resolve) => leading.close(resolve));
  });

  test('keeps the bytes as they are', async () => {
    const blobs = await opened();
    await blobs.put(asId<ReviewId>('one'), sha256Of(paper), paper);
    expect(readFileSync(fileOf(sha256Of(paper), `${made}`)).equals(paper)).toBe(true);
  });
});

/** The store prints where it listens. */
function portSaid({ stdout, stderr }: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      const port = /listening on \S*:(\d+)/i.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    stdout?.on('data', hear);
    stderr?.on('data', hear);
    stdout?.once('end', () => reject(new Error(`the store did not start: ${said}`)));
  });
}
