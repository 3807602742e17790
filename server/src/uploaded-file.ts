import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { StoreProblem } from '@throughline/storage';
import { fileName, wholly } from './form-file.js';
import { ServerProblem } from './problem.js';

/** What is wrong with a file that somebody sent is no trouble of the program's own. */
const ofTheFile = /^(archive\.|file\.(damaged|newer|older|notAReview|notReadable)$)/;

/** Sets a file that arrives aside on the disk, for as long as it is worked with. */
export async function withUploaded<T>(
  file: MultipartFile,
  limit: number,
  work: (path: string, called: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-upload-'));
  try {
    const path = join(folder, 'file');
    await pipeline(wholly(file, limit), createWriteStream(path, { mode: 0o600 }));
    return await work(path, fileName(file.filename));
  } catch (error) {
    if (error instanceof StoreProblem && ofTheFile.test(error.code)) throw refused(error);
    throw error;
  } finally {
    file.file.resume();
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = ({ code, values }: StoreProblem) => new ServerProblem(code, values, 400);
