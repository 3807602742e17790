import { type ImportRequest, type ImportResult, lookAtFile, importFile } from '@throughline/server';
import { commandWords, counted, fill } from '@throughline/words';
import type { FileAtHand, PassedBy } from './import-files.js';
import type { Opened } from './opened.js';
import type { Progress } from './progress.js';
import { type Said, sayCoded, sayError } from './saying.js';

/** What is said once for all files of a command. */
export type HowToImport = Pick<ImportRequest, 'format' | 'columns' | 'again' | 'groups'>;
type Request = Omit<ImportRequest, 'file'>;
type Looked = Exclude<Awaited<ReturnType<typeof lookAtFile>>, { readonly code: string }>['files'][number];
type Unread = { readonly name: string; readonly problem: Said };

export type Imported = ImportResult | Unread | PassedBy;
export type LookedAt = Exclude<Looked, { readonly problem: unknown }> | Unread | PassedBy;

/** One file after the other. The first makes the source where it is new; a file that cannot be taken stops no other. */
export async function importAll(
  open: Opened['open'],
  files: AsyncIterable<FileAtHand | PassedBy>,
  request: Request,
  progress: Progress,
): Promise<Imported[]> {
  const results: Imported[] = [];
  let { source } = request;
  for await (const file of files) {
    if (!('bytes' in file)) {
      results.push(file);
      continue;
    }
    const result = await oneAtATime(file.name, progress, (watch) =>
      importFile(open, { ...request, source, file }, watch),
    );
    if (!('problem' in result)) ({ source } = result);
    results.push(result);
  }
  return results;
}

/** Reads each file as an import would, and stores nothing. */
export async function lookAtAll(
  into: Parameters<typeof lookAtFile>[0],
  files: AsyncIterable<FileAtHand | PassedBy>,
  how: HowToImport,
  progress: Progress,
): Promise<LookedAt[]> {
  const readings: LookedAt[] = [];
  for await (const file of files) {
    if (!('bytes' in file)) {
      readings.push(file);
      continue;
    }
    const looked = await oneAtATime(file.name, progress, (watch) => lookAtFile(into, file, how, watch));
    if ('problem' in looked) readings.push(looked);
    else
      for (const each of looked.files)
        readings.push('problem' in each ? { name: each.name, problem: sayCoded(each.problem) } : each);
  }
  return readings;
}

type Watching = NonNullable<Parameters<typeof importFile>[2]>;

async function oneAtATime<T extends object>(
  name: string,
  progress: Progress,
  work: (watch: Watching) => Promise<T | Parameters<typeof sayCoded>[0]>,
): Promise<T | Unread> {
  const onProgress = ({ records }: { records: number }) =>
    progress.step(fill(commandWords.import.progress, { name, records: counted(records, 'record') }));
  try {
    const answer = await work({ onProgress });
    progress.end();
    return 'code' in answer ? { name, problem: sayCoded(answer) } : answer;
  } catch (error) {
    progress.end();
    const problem = sayError(error);
    if (problem.code === 'command.stopped') throw error;
    return { name, problem };
  }
}
