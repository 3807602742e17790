/** Says in the file's header that it is a review: "TLRV" as a big-endian number. */
export const applicationId = 0x54_4c_52_56;

/**
 * A review's file. `about` has one row; `head`, `records` and `blobs` in it count what the last append left, so that a
 * file that was pieced together from two moments shows it. `searched` is the last record in the search index.
 * `payload`, `saw` and `reference` are JSON text. A blob that was withdrawn has a reason and no bytes.
 */
const first = `
  CREATE TABLE about (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    copy TEXT NOT NULL,
    review TEXT,
    head INTEGER NOT NULL DEFAULT 0,
    records INTEGER NOT NULL DEFAULT 0,
    blobs INTEGER NOT NULL DEFAULT 0,
    searched INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    because TEXT,
    saw TEXT,
    payload TEXT NOT NULL
  );
  CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    import TEXT,
    raw TEXT NOT NULL,
    reference TEXT NOT NULL
  );
  CREATE INDEX records_by_import ON records (import);
  CREATE TABLE blobs (
    hash TEXT PRIMARY KEY,
    bytes BLOB,
    name TEXT,
    withdrawn TEXT
  );
  CREATE TABLE snapshots (
    seq INTEGER PRIMARY KEY,
    edition TEXT NOT NULL,
    frozen TEXT NOT NULL
  );
`;

/**
 * What makes a file of version 1, 2, 3 … from one of the version before; a new file goes through all of them, so that
 * it is the same as one that was raised. A step is never changed once files were written with it.
 */
export const steps: readonly string[] = [first];

/** The version of the file's format, in the header. A file of a later one is not opened; one of an earlier is raised. */
export const formatVersion = steps.length;

/** Words only, no positions and no copy of the text: the smallest index that answers "all words, any order". */
export const searchIndex = (where: 'main' | 'temp'): string =>
  `CREATE VIRTUAL TABLE ${where}.words USING fts5(text, content='', columnsize=0, detail=none, tokenize='ascii')`;
