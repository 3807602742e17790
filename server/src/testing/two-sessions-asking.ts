import { rooms } from '@throughline/core';
import { knownIds, records, type Session, type Sessions } from './two-sessions.js';

/** What was answered to a question, by the question. */
export type Answers = ReadonlyMap<string, string>;

/** A lead may take the whole file away, blind votes and all; that it was taken is kept as an event. */
const wholeFile = /\/(archive|copy)$/;
/** The stream is heard by itself; the others are about the program, or count how often one asks. */
const aside = /\/live$|\/api\/(metrics|health|invitations)\b/;

const shelves: Readonly<Record<string, string>> = {
  ...Object.fromEntries(records.map((id) => [id, 'gather.records'])),
  ...{ i: 'gather.imports', report: 'read.reports', document: 'read.documents', level: 'synthesise.levels' },
  ...{ memo: 'notes.memos', double: 'screen.shares', opened: 'floor.openings', concept: 'translate.concepts' },
};
const questions: Readonly<Record<string, readonly string[]>> = {
  next: ['?stage=title-abstract', '?stage=full-text', '?stage=title-abstract&limit=1'],
  history: ['', '?limit=3', ...knownIds.map((id) => `?thing=${shelves[id]}/${id}`), '?thing=screen.votes/hidden-1'],
  records: ['', '?text=workers', '?import=i', '?limit=1'],
};
const values: Readonly<Record<string, readonly string[]>> = {
  room: ['floor', ...rooms.map(({ name }) => name)],
  record: records,
  document: ['document', 'hidden-1'],
  format: ['ris', 'csv'],
  figure: ['flow.svg', 'line-of-argument.svg', 'contributions.svg'],
};

/** Every question of the published description, with every id that somebody knows. */
export async function questionsOf({ at, review }: Sessions, { name }: Session): Promise<string[]> {
  const described = (await at.administrator.get('/api/openapi.json')).body as { paths: Record<string, object> };
  return Object.entries(described.paths)
    .filter(([path, methods]) => 'get' in methods && !aside.test(path) && !(name === 'lead' && wholeFile.test(path)))
    .flatMap(([path]) => filledIn(path.replace('/reviews/{id}', `/reviews/${review}`)))
    .flatMap((path) => (questions[path.split('/').at(-1) ?? ''] ?? ['']).map((question) => path + question));
}

function filledIn(path: string): string[] {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  return (values[name] ?? ['unknown']).flatMap((value) => filledIn(path.replace(whole, value)));
}

/** Asks all of it: the status, the headers and the body of every answer, and how long it is. */
export async function answersTo(asked: readonly string[], { ask }: Session): Promise<Answers> {
  const answers = new Map<string, string>();
  for (const question of asked) {
    const answer = await ask(question, { redirect: 'manual' });
    const headers = [...answer.headers].filter(([name]) => !passing.has(name));
    const body = await answer.text();
    answers.set(question, `${answer.status} ${JSON.stringify(headers)} ${body.length}\n${withoutPassing(body)}`);
  }
  return answers;
}

/** The clock, and a session that is kept alive: they change with every question, whatever anybody does. */
const passing = new Set(['date', 'set-cookie', 'keep-alive']);

/** Opaque cursors differ each time, and have one length; so have times. */
const withoutPassing = (text: string): string =>
  text
    .replaceAll(/"(cursor|more)":"[\w-]{48}"/g, '"$1":"«cursor»"')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '«time»');
