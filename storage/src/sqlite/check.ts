import { type IntegrityFinding, StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import type { Connection } from './connection.js';
import type { Look } from './header.js';

/**
 * Files up to this many bytes are looked over whole when they are opened, at about 2 GB a second from memory; of larger
 * ones only the log is. One that was not closed by the program is worth a longer look.
 */
const wholeUpTo = { closed: 256 * 1024 ** 2, inUse: 1024 ** 3 };
/** As many findings of one sort are listed. */
const atMost = 100;

/**
 * Looks a file over before it is used, in bounded time. One that was not closed by the program may be a copy made by
 * hand while it was written, pieced together from two moments: its indexes and its own counts are compared, too.
 */
export function refuseDamaged(connection: Connection, look: Look): void {
  const { file } = connection;
  try {
    for (const columns of everyColumn) connection.all(columns);
    const [first] = firstFindings(connection, look);
    if (first !== undefined) throw new StoreProblem('file.damaged', { file, ...first.values });
  } catch (error) {
    // A table that is not there is no problem of the engine's, but it is one of the file's.
    throw error instanceof StoreProblem ? error : new StoreProblem('file.damaged', { file, what: String(error) });
  }
}

/** Every column that the program asks for; a file that lost one says so when this is prepared. */
const everyColumn = [
  'SELECT only, copy, review, head, records, blobs, searched FROM about LIMIT 0',
  'SELECT seq, id, kind, version, by, at, because, saw, payload FROM changes LIMIT 0',
  'SELECT number, id, import, raw, reference FROM records LIMIT 0',
  'SELECT hash, bytes, name, withdrawn FROM blobs LIMIT 0',
];

function firstFindings(connection: Connection, { inUse, bytes }: Look): IntegrityFinding[] {
  // Only the long look holds every index against its table: a hand-made copy can be torn just there.
  const long = inUse ? 'integrity_check(1)' : 'quick_check(1)';
  const whole = bytes <= wholeUpTo[inUse ? 'inUse' : 'closed'] ? engineFindings(connection, long) : [];
  if (whole.length > 0) return whole;
  const log = engineFindings(connection, inUse ? 'integrity_check(changes)' : 'quick_check(changes)');
  return log.length > 0 || !inUse ? log : countFindings(connection);
}

/** Everything that can be told from the file alone. */
export function findings(connection: Connection): IntegrityFinding[] {
  return looks.flatMap((look) => {
    try {
      return look(connection);
    } catch (error) {
      // So damaged that even looking fails.
      if (error instanceof StoreProblem && error.code !== 'file.damaged') throw error;
      return [{ code: 'file.damaged', values: { what: look.name } } as const];
    }
  });
}

const engineFindings = (connection: Connection, pragma: string): IntegrityFinding[] =>
  connection
    .all<[string]>(`PRAGMA ${pragma}`)
    .filter(([said]) => said !== 'ok')
    .map(([said]) => ({ code: 'file.damaged', values: { what: said.slice(0, 200) } }));

/** `seq` counts from 1 without gaps (L1). */
function gaps(connection: Connection): IntegrityFinding[] {
  const rows = connection.all<[number, number]>(
    `SELECT before + 1, seq - 1 FROM (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM changes)
     WHERE seq <> before + 1 LIMIT ${atMost}`,
  );
  return rows.map(([from, to]) => ({ code: 'log.gap', values: { from, to } }));
}

/** The tables hold what the last append counted. Rows are never taken away, so that the last number is the count. */
function countFindings(connection: Connection): IntegrityFinding[] {
  const row = connection.one<[number, number, number, number, number, number]>(
    `SELECT head, (SELECT count(*) FROM changes), records, (SELECT count(*) FROM records),
       blobs, (SELECT count(*) FROM blobs) FROM about`,
  );
  if (row === undefined) return [{ code: 'file.damaged', values: { what: 'about' } }];
  const [head, changes, records, heldRecords, blobs, heldBlobs] = row;
  const counts = [
    ['changes', head, changes],
    ['records', records, heldRecords],
    ['blobs', blobs, heldBlobs],
  ] as const;
  return counts
    .filter(([, said, held]) => said !== held)
    .map(([what, said, held]) => ({ code: 'file.damaged', values: { what, said, held } }));
}

function unreadableChanges(connection: Connection): IntegrityFinding[] {
  const rows = connection.all<[number, string]>(
    `SELECT seq, id FROM changes WHERE NOT json_valid(payload) OR NOT json_valid(coalesce(saw, '{}')) LIMIT ${atMost}`,
  );
  return rows.map(([seq, id]) => ({ code: 'log.unreadable', values: { seq, id } }));
}

function unreadableRecords(connection: Connection): IntegrityFinding[] {
  const listed = ['authors', 'keywords', 'tags'].map((field) => `json_type(reference, '$.${field}') IS NOT 'array'`);
  const rows = connection.all<[string]>(
    `SELECT id FROM records WHERE CASE WHEN json_valid(reference) THEN ${listed.join(' OR ')} ELSE true END
     LIMIT ${atMost}`,
  );
  return rows.map(([id]) => ({ code: 'record.unreadable', values: { id } }));
}

/** One content at a time in memory: a review's file may hold many large ones. */
function alteredContents(connection: Connection): IntegrityFinding[] {
  const hashes = connection.all<[string]>('SELECT hash FROM blobs WHERE withdrawn IS NULL');
  const altered = hashes.filter(([hash]) => {
    const [bytes] = connection.one<[Uint8Array | null]>('SELECT bytes FROM blobs WHERE hash = ?', hash) ?? [null];
    return bytes === null || sha256Of(bytes) !== hash;
  });
  return altered.map(([hash]) => ({ code: 'content.altered', values: { hash } }));
}

const engine = (connection: Connection) => engineFindings(connection, `integrity_check(${atMost})`);
const looks = [engine, gaps, countFindings, unreadableChanges, unreadableRecords, alteredContents];
