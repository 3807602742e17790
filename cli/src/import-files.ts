import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FormatProblem, headLength, isArchive, unpack } from '@throughline/formats';
import type { GivenFile } from '@throughline/server';
import { CommandProblem } from './command.js';
import { type Said, sayCoded, sayError } from './saying.js';

/** A file that was named, or one of an archive that was; or why it cannot be had. */
export type FileAtHand = GivenFile | { readonly name: string; readonly problem: Said };
/** What an archive holds and what was not taken out of it. */
export type PassedBy = { readonly name: string; readonly path: string; readonly reason: string };

/** The files at some paths, an archive opened: only its file `part`, where that is said. Each is opened when it is its turn. */
export async function* filesAt(
  paths: readonly string[],
  part: string | undefined,
): AsyncGenerator<FileAtHand | PassedBy> {
  for (const path of paths) {
    const name = basename(path);
    try {
      yield* filesOf(path, name, part);
    } catch (error) {
      const problem =
        error instanceof FormatProblem
          ? sayCoded({ code: error.code, values: { name, ...error.values } })
          : sayError(error);
      if (problem.code === 'command.stopped') throw error;
      yield { name, problem };
    }
  }
}

async function* filesOf(path: string, name: string, part: string | undefined): AsyncGenerator<FileAtHand | PassedBy> {
  if ((await stat(path)).isDirectory()) throw new CommandProblem('file.isFolder', { path });
  if (!isArchive(await headOf(path))) {
    yield { name, bytes: createReadStream(path) };
    return;
  }
  const { files, passedOver } = unpack(await readFile(path), undefined, name);
  const meant = part === undefined ? files : files.filter((file) => file.path === part);
  if (meant.length === 0 && part !== undefined)
    throw new CommandProblem('import.partMissing', { name, part, parts: files.map((file) => file.path) });
  for (const file of meant) yield { name: file.path, bytes: file.bytes, within: name };
  if (part === undefined) for (const each of passedOver) if (each.reason !== 'folder') yield { name, ...each };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(headLength));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
