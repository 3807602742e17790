CREATE TABLE store_version (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL);

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

INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '1', 'c1', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c1","about":"trust","text":"On trust, “c1” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '2', 'c2', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c2","about":"trust","text":"On trust, “c2” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '3', 'c3', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c3","about":"trust","text":"On trust, “c3” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '4', 'c4', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c4","about":"trust","text":"On trust, “c4” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '5', 'c5', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c5","about":"trust","text":"On trust, “c5” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO changes (review, seq, id, kind, version, by, at, because, saw, payload) VALUES ('link-workers', '6', 'c6', 'memo.made', '1', 'ann', '2026-03-01T09:00:00.000Z', '"it came up twice"', '{"text":"earlier"}', E'{"id":"m-c6","about":"trust","text":"On trust, “c6” – ‘naïve’ \\u0000 🧵 \\\\ \\"","audience":"team","nested":[1,0.1,null,true,{"deep":[]}]}');
INSERT INTO contents (review, hash, number, size, bytes, name, withdrawn, leaving) VALUES ('link-workers', '2aff93b9c2280176b72f9991e816cf2fcb59c5e44a6095ec7851ae627e2f6a4b', '2', '0', NULL, NULL, '"asked"', 'false');
INSERT INTO contents (review, hash, number, size, bytes, name, withdrawn, leaving) VALUES ('link-workers', '5d05adf8844983aef7150eb52e2317a8e13dcf86f7cb1131022f9bb38533436c', '1', '7', E'\\x61207061706572', '"paper.pdf"', NULL, 'false');
INSERT INTO record_search (review, number, words) VALUES ('link-workers', '1', '''92de8on'' ''92de8trust''');
INSERT INTO record_search (review, number, words) VALUES ('link-workers', '2', '''92de8nul''');
INSERT INTO records (review, number, id, import, raw, reference) VALUES ('link-workers', '1', 'r1', 'i1', E'"TY  - JOUR\\r\\nID  - r1\\r\\nER  - "', '{"type":"article","authors":[],"keywords":[],"tags":[{"tag":"ID","value":"r1"}],"title":"On trust"}');
INSERT INTO records (review, number, id, import, raw, reference) VALUES ('link-workers', '2', 'r2', NULL, E'"TY  - JOUR\\r\\nID  - r2\\r\\nER  - "', E'{"type":"article","authors":[],"keywords":[],"tags":[{"tag":"ID","value":"r2"}],"abstract":"NUL \\u0000"}');
INSERT INTO reviews (review) VALUES ('link-workers');
INSERT INTO snapshots (review, seq, edition, frozen) VALUES ('link-workers', '6', 'e', E'\\x1f8b0800000000000403ab562aceac50b232ab0500a0881a9009000000');
INSERT INTO store_version (one, version) VALUES ('1', '1');
