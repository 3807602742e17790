import { sayProblem } from '@throughline/words';
import type { Problem } from '@throughline/wire';

/** Something that the server could not do, in words for the person who asked. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(sayProblem(problem.code, problem.values));
    this.name = 'Refused';
  }
}

/** Nobody is signed in, or not any more: whatever was asked was not done, and can be asked again afterwards. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refused && error.status === 401 && error.problem.code === 'account.signIn';

/** An error as a sentence. */
export const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const hearers = new Set<() => void>();

/** Calls `hear` whenever the server answers that nobody is signed in; answers with how to stop. */
export function whenSignedOut(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function refused(problem: Problem, status: number): Refused {
  const refusal = new Refused(problem, status);
  if (isSignedOut(refusal)) for (const hear of hearers) hear();
  return refusal;
}

/** GET, answered with JSON. */
export async function asked<T>(path: string): Promise<T> {
  return (await answered(await fetch(path))).json() as Promise<T>;
}

/** Sends JSON, and answers with JSON; nothing where the server answers with nothing. */
export async function sent<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await answered(await post(method, path, body));
  return (response.status === 204 ? undefined : await response.json().catch(() => undefined)) as T;
}

/** Sends JSON; the answer is a file, with the name that the server gives it. */
export async function sentForFile(path: string, body: unknown): Promise<{ file: Blob; name: string }> {
  const response = await answered(await post('POST', path, body));
  return { file: await response.blob(), name: nameIn(response.headers.get('content-disposition')) };
}

function post(method: string, path: string, body: unknown): Promise<Response> {
  if (body === undefined) return fetch(path, { method });
  return fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** An answer that is no answer becomes a refusal with words; a server that speaks no JSON has none of its own. */
export async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw refused(problemIn(await response.json().catch(() => undefined)), response.status);
}

/** The name of a file in a content-disposition header: the one in UTF-8 (RFC 5987) where there is one. */
function nameIn(header: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  const plain = /filename="([^"]*)"/i.exec(header ?? '')?.[1];
  return encoded === undefined ? (plain ?? '') : decodeURIComponent(encoded);
}

/** The address of a list with what is asked for; what is empty is not asked for. */
export function query(values: object): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
}

/** What an upload tells on its way, and how it is stopped. */
export interface UploadWatch {
  /** How much was sent: 0 to 1. */
  readonly onPart?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** An upload was stopped by whoever began it. */
export const isStopped = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** An upload with its progress, which `fetch` cannot tell. The file goes last, after the fields that say what it is. */
export function upload<Answer>(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  { onPart, signal }: UploadWatch = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart?.(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(refused(problemIn(request.response), request.status));
    request.onerror = () => reject(new Refused(failed, 0));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', path);
    request.send(form);
  });
}

const failed: Problem = { code: 'server.failed', values: {} };

const problemIn = (answer: unknown): Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? (answer as Problem) : failed;
