import { basename, dirname } from 'node:path';
import { JourneyStopped } from '@throughline/server';
import { RefusedBeginning } from '@throughline/storage';
import { type Sentence, type Values, fill, problems, refusals, spelled, wrongUses } from '@throughline/words';

/** Something that went wrong, as codes and values, and said in one sentence. */
export interface Said {
  readonly code: string;
  readonly values: Values;
  readonly sentence: string;
}

const sentences: Readonly<Record<string, Sentence>> = { ...refusals, ...problems, ...wrongUses };

/** An error as a sentence for the person who typed the command. */
export function sayError(error: unknown): Said {
  if (error instanceof JourneyStopped) return sayStopped(error);
  if (error instanceof RefusedBeginning) return sayCoded(error.refusal);
  if (isCoded(error)) return sayCoded(error);
  const system = systemProblem(error);
  if (system !== undefined) return sayCoded(system);
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return sayCoded({ code: 'command.stopped', values: { message: /[.!?]$/.test(message) ? message : `${message}.` } });
}

/** A code with values in words. The storage names a file; a sentence may speak of its folder or its name. */
export function sayCoded({ code, values }: Coded): Said {
  const path = values.path ?? values.file;
  const about = typeof path === 'string' ? { path, folder: dirname(path), name: basename(path) } : {};
  const sentence = sentences[code];
  return { code, values, sentence: sentence === undefined ? code : fill(sentence, { ...about, ...spelled(values) }) };
}

interface Coded {
  readonly code: string;
  readonly values: Values;
}

function sayStopped({ thing, refusal }: JourneyStopped): Said {
  const reason = sayCoded(refusal).sentence;
  return sayCoded({ code: 'journey.stopped', values: { thing: thing.thing, id: thing.id, reason } });
}

function isCoded(error: unknown): error is Coded {
  return (
    error instanceof Error &&
    'code' in error &&
    'values' in error &&
    typeof error.values === 'object' &&
    error.values !== null
  );
}

/** The errors of Node that a person can do something about. */
function systemProblem(error: unknown): Coded | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = {
    ENOENT: 'file.missing',
    EISDIR: 'file.isFolder',
    EACCES: 'file.notReadable',
    EPERM: 'file.notReadable',
    EROFS: 'file.folderReadOnly',
    ENOSPC: 'file.diskFull',
  }[String(error.code)];
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return code === undefined || path === undefined ? undefined : { code, values: { path } };
}
