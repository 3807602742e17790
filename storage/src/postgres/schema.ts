/**
 * The first version of the tables. What people wrote (`because`, `saw`, `payload`, `raw`, `reference`, `name`,
 * `withdrawn`) is JSON text: the engine's own text holds no NUL and no half of a surrogate pair, and its jsonb neither.
 *
 * `seq` is gapless from 1 in its review (L1), and its key serialises appends: of two who add the same place one is
 * refused. `number` counts records and contents in the order in which they came. A content whose bytes are null and that
 * was not withdrawn is kept in the store's `Blobs`; `leaving` says that its bytes there still have to be taken out.
 * `record_search` and `snapshots` are disposable (L12).
 */
export const schema1 = `
  CREATE TABLE reviews (
    review text PRIMARY KEY
  );
  CREATE TABLE changes (
    review text NOT NULL,
    seq integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    by text NOT NULL,
    at text NOT NULL,
    because text,
    saw text,
    payload text NOT NULL,
    PRIMARY KEY (review, seq),
    UNIQUE (review, id)
  );
  CREATE TABLE records (
    review text NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    import text,
    raw text NOT NULL,
    reference text NOT NULL,
    PRIMARY KEY (review, number),
    UNIQUE (review, id)
  );
  CREATE INDEX records_by_import ON records (review, import, number);
  CREATE TABLE record_search (
    review text NOT NULL,
    number integer NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (review, number)
  );
  CREATE INDEX record_search_words ON record_search USING gin (words);
  CREATE TABLE contents (
    review text NOT NULL,
    hash text NOT NULL,
    number integer NOT NULL,
    size bigint NOT NULL,
    bytes bytea,
    name text,
    withdrawn text,
    leaving boolean NOT NULL DEFAULT false,
    PRIMARY KEY (review, hash)
  );
  CREATE TABLE snapshots (
    review text PRIMARY KEY,
    seq integer NOT NULL,
    edition text NOT NULL,
    frozen bytea NOT NULL
  );
`;
