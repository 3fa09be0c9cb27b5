-- The case store. One transaction creates it; `copydesk.record.database` adds BEGIN and COMMIT.
-- The tables down to `rejects` are those of copydesk.model.tables: the same names, columns and order of columns.
-- Lists and objects are JSON text, booleans 0 and 1. Foreign keys are declared for those who browse (they are
-- not enforced: a build empties and fills whole tables).

PRAGMA application_id = 1129333835;  -- the bytes "CPDK"
PRAGMA user_version = 9;

-- What is said of each page; `pages` adds the text, which never changes and lies in `extracted`. A build fills this table
-- anew like the others, without writing the texts again.
CREATE TABLE IF NOT EXISTS page_facts (
    page_id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    record_id TEXT,
    url TEXT,
    site TEXT,
    title TEXT,
    byline TEXT,
    dateline TEXT,
    language TEXT,
    published TEXT,
    published_basis TEXT,
    published_confidence REAL,
    retrieved TEXT,
    wording TEXT,
    wording_confidence REAL,
    origin_ids TEXT NOT NULL,
    n_words INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;

CREATE VIEW IF NOT EXISTS pages AS
    SELECT page_facts.*, extracted.text
    FROM page_facts LEFT JOIN extracted ON extracted.page_id = page_facts.page_id;

CREATE TABLE IF NOT EXISTS segments (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS segments_by_page ON segments (page_id);

CREATE TABLE IF NOT EXISTS alignments (
    a_page TEXT NOT NULL REFERENCES page_facts (page_id),
    a_begin INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    b_page TEXT NOT NULL REFERENCES page_facts (page_id),
    b_begin INTEGER NOT NULL,
    b_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    similarity REAL NOT NULL,
    better_wording TEXT
);
CREATE INDEX IF NOT EXISTS alignments_by_a ON alignments (a_page);
CREATE INDEX IF NOT EXISTS alignments_by_b ON alignments (b_page);

CREATE TABLE IF NOT EXISTS passages (
    cluster_id TEXT NOT NULL,
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_cluster ON passages (cluster_id);
CREATE INDEX IF NOT EXISTS passages_by_page ON passages (page_id);

CREATE TABLE IF NOT EXISTS replacements (
    spun TEXT NOT NULL,
    restored TEXT NOT NULL,
    times INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    share REAL NOT NULL
);

CREATE TABLE IF NOT EXISTS substitutions (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    restored TEXT NOT NULL,
    basis TEXT NOT NULL,
    witness_page TEXT REFERENCES page_facts (page_id),
    witness_begin INTEGER,
    witness_end INTEGER,
    confidence REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS substitutions_by_page ON substitutions (page_id);

CREATE TABLE IF NOT EXISTS lineage (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    parent_page TEXT REFERENCES page_facts (page_id),
    origin_id TEXT NOT NULL REFERENCES origins (origin_id),
    relation TEXT NOT NULL,
    share REAL NOT NULL,
    confidence REAL NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS lineage_by_page ON lineage (page_id);
CREATE INDEX IF NOT EXISTS lineage_by_parent ON lineage (parent_page);
CREATE INDEX IF NOT EXISTS lineage_by_origin ON lineage (origin_id);

CREATE TABLE IF NOT EXISTS origins (
    origin_id TEXT NOT NULL PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL,
    inferred INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS actors (
    actor_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT,
    country TEXT,
    n_pages INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS actor_mentions (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actors (actor_id),
    form TEXT NOT NULL,
    role TEXT,
    confidence REAL NOT NULL,
    basis TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS actor_mentions_by_page ON actor_mentions (page_id);
CREATE INDEX IF NOT EXISTS actor_mentions_by_actor ON actor_mentions (actor_id);

CREATE TABLE IF NOT EXISTS date_candidates (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER,
    "end" INTEGER,
    kind TEXT NOT NULL,
    value TEXT,
    verdict TEXT,
    why TEXT,
    witness_page TEXT REFERENCES page_facts (page_id),
    witness_begin INTEGER,
    witness_end INTEGER
);
CREATE INDEX IF NOT EXISTS date_candidates_by_page ON date_candidates (page_id);

CREATE TABLE IF NOT EXISTS dates (
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    role TEXT NOT NULL,
    basis TEXT
);
CREATE INDEX IF NOT EXISTS dates_by_page ON dates (page_id);

CREATE TABLE IF NOT EXISTS quotes (
    quote_id TEXT NOT NULL PRIMARY KEY,
    speaker TEXT,
    speaker_id TEXT REFERENCES actors (actor_id),
    speaker_role TEXT,
    said_on TEXT,
    best_page TEXT NOT NULL REFERENCES page_facts (page_id),
    best_begin INTEGER NOT NULL,
    best_end INTEGER NOT NULL,
    best_text TEXT NOT NULL,
    n_pages INTEGER NOT NULL,
    n_origins INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS quote_mentions (
    quote_id TEXT NOT NULL REFERENCES quotes (quote_id),
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    speaker TEXT,
    speaker_id TEXT REFERENCES actors (actor_id),
    speaker_begin INTEGER,
    speaker_end INTEGER,
    cue TEXT,
    cue_begin INTEGER,
    cue_end INTEGER,
    status TEXT NOT NULL,
    change TEXT,
    partial INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS quote_mentions_by_page ON quote_mentions (page_id);
CREATE INDEX IF NOT EXISTS quote_mentions_by_quote ON quote_mentions (quote_id);

CREATE TABLE IF NOT EXISTS events (
    event_id TEXT NOT NULL PRIMARY KEY,
    type TEXT,
    mode TEXT,
    headline TEXT NOT NULL,
    status TEXT NOT NULL,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    place TEXT,
    date_from TEXT,
    date_to TEXT,
    duration TEXT,
    topics TEXT NOT NULL,
    n_pages INTEGER NOT NULL,
    n_origins INTEGER NOT NULL,
    origin_ids TEXT NOT NULL,
    confidence REAL NOT NULL,
    part_of TEXT REFERENCES events (event_id),
    story_id TEXT REFERENCES stories (story_id),
    conflicts TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS event_mentions (
    event_id TEXT NOT NULL REFERENCES events (event_id),
    page_id TEXT NOT NULL REFERENCES page_facts (page_id),
    "begin" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    status TEXT NOT NULL,
    trigger_begin INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    origin_id TEXT REFERENCES origins (origin_id)
);
CREATE INDEX IF NOT EXISTS event_mentions_by_page ON event_mentions (page_id);
CREATE INDEX IF NOT EXISTS event_mentions_by_event ON event_mentions (event_id);

CREATE TABLE IF NOT EXISTS stories (
    story_id TEXT NOT NULL PRIMARY KEY,
    title TEXT,
    first_date TEXT,
    last_date TEXT,
    parent_story TEXT REFERENCES stories (story_id),
    page_ids TEXT NOT NULL,
    episode INTEGER,
    title_page TEXT REFERENCES page_facts (page_id),
    title_begin INTEGER,
    title_end INTEGER,
    summary TEXT,
    summary_page TEXT REFERENCES page_facts (page_id),
    summary_begin INTEGER,
    summary_end INTEGER
);

CREATE TABLE IF NOT EXISTS rejects (
    source TEXT NOT NULL,
    record_id TEXT,
    code TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS rejects_once ON rejects (source, ifnull(record_id, ''), code, reason);

-- What follows is the store's own and is not exported.

-- Each page as extraction gave it, before any stage saw the pile. A later build starts from here and reads no
-- page again. `page` is a JSON object of the columns of `pages` that this table does not have itself; `segments` is a
-- JSON list of [begin, end, label], `dates` one of [begin, end, kind, value, why].
CREATE TABLE IF NOT EXISTS extracted (
    n INTEGER PRIMARY KEY,
    page_id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    record_id TEXT,
    sha256 TEXT NOT NULL,
    title TEXT,
    page TEXT NOT NULL,
    segments TEXT NOT NULL,
    dates TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS extracted_by_source ON extracted (source, record_id);

-- The index of word runs that `copydesk check` asks: see copydesk.record.shingles. Little-endian arrays; `pages` are
-- numbers of `extracted`.
CREATE TABLE IF NOT EXISTS index_runs (
    bucket INTEGER PRIMARY KEY,
    codes BLOB NOT NULL,
    pages BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS index_words (
    bucket INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL,
    times BLOB NOT NULL
);

-- What each page says of things that only all pages together can say: see copydesk.record.notes. A key is the number of
-- the lesson in the upper 32 bits, and in the lower ones that of a block of 256 pages by their numbers in `extracted`:
-- how many bytes each of them says, as 32-bit integers, and then these.
CREATE TABLE IF NOT EXISTS lessons (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS notes (
    key INTEGER PRIMARY KEY,
    sizes BLOB NOT NULL,
    data BLOB NOT NULL
);

-- What a stage has learned and keeps for the next build, by the name of the stage.
CREATE TABLE IF NOT EXISTS learned (
    name TEXT PRIMARY KEY,
    data BLOB NOT NULL
);

-- Rejects beyond the cap on those that one build lists.
CREATE TABLE IF NOT EXISTS unlisted_rejects (
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (source, code)
);

-- One row a build, the last row is the last build.
CREATE TABLE IF NOT EXISTS builds (
    n INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    new_pages INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    seconds REAL NOT NULL
);

CREATE TABLE IF NOT EXISTS meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Search reads title and text by the fixed number of `extracted`.
CREATE VIRTUAL TABLE IF NOT EXISTS pages_fts USING fts5 (
    title, text, content='extracted', content_rowid='n', tokenize="unicode61 remove_diacritics 2"
);
