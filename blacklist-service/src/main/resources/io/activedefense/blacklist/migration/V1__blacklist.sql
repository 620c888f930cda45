-- The system of record: entries, what led to them and what happened to them, settings, devices, and what is
-- still to be told to Kafka.

-- One row an address that a rule fired for, that was seen again, or that an operator listed.
CREATE TABLE entry (
    address       cidr        PRIMARY KEY,
    standing      text        NOT NULL CHECK (standing IN ('RECORDED', 'LISTED', 'RELEASED', 'FORGOTTEN')),
    -- How often it was released since it was last forgotten.
    epoch         integer     NOT NULL,
    first_seen    timestamptz,
    last_seen     timestamptz,
    hits          bigint      NOT NULL,
    -- What detections say, and of which epoch they are; -1: none.
    ground_epoch  integer     NOT NULL,
    reasons       text[]      NOT NULL,
    evidence      jsonb       NOT NULL,
    evidence_at   timestamptz,
    evidence_rule text,
    origin        text        NOT NULL CHECK (origin IN ('DETECTED', 'USER_ADDED')),
    comment       text,
    -- When an operator wants it released.
    own_expiry    timestamptz,
    listed_at     timestamptz,
    released_at   timestamptz,
    -- Detections that rest on anything up to here are outdated.
    counted_from  timestamptz,
    -- When it is released if it isn't seen again, under the block window in force.
    expires_at    timestamptz,
    -- The expiry that the topic was told last.
    told_expiry   timestamptz
);

-- Few: what is wider than what a source is grouped by can only be an operator's. A GiST index over all addresses would
-- serve the search for containing prefixes, but was also taken for plain look-ups, at ten times the cost.
CREATE INDEX entry_wide ON entry (address)
    WHERE standing = 'LISTED' AND masklen(address) < CASE family(address) WHEN 4 THEN 32 ELSE 64 END;
CREATE INDEX entry_listed ON entry (address) WHERE standing = 'LISTED';
CREATE INDEX entry_expiry ON entry (expires_at) WHERE standing = 'LISTED';
CREATE INDEX entry_released ON entry (released_at) WHERE standing = 'RELEASED';

-- Every detection once: what it led to, also where it did not list.
CREATE TABLE detection (
    address     cidr        NOT NULL,
    rule        text        NOT NULL,
    epoch       integer     NOT NULL,
    at          timestamptz NOT NULL,
    result      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    document    jsonb       NOT NULL,
    PRIMARY KEY (address, rule, epoch, at)
);

-- What happened to entries, by whom and why.
CREATE TABLE blacklist_event (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address    cidr        NOT NULL,
    kind       text        NOT NULL,
    at         timestamptz NOT NULL,
    by_whom    text        NOT NULL,
    why        text,
    reasons    text[]      NOT NULL,
    expires_at timestamptz
);

CREATE INDEX blacklist_event_address ON blacklist_event (address, id);

-- One row: grows in every transaction that changes what is listed.
CREATE TABLE list_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);

INSERT INTO list_version (version) VALUES (1);

CREATE TABLE settings_version (
    version  bigint      PRIMARY KEY,
    document jsonb       NOT NULL,
    at       timestamptz NOT NULL,
    by_whom  text        NOT NULL,
    why      text        NOT NULL
);

CREATE TABLE device (
    name      text        PRIMARY KEY,
    enabled   boolean     NOT NULL,
    time_zone text,
    at        timestamptz NOT NULL,
    by_whom   text        NOT NULL
);

-- Written with the change it tells of, in one transaction; deleted once Kafka has it.
CREATE TABLE outbox (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic     text        NOT NULL,
    key       text        NOT NULL,
    -- Absent: a tombstone.
    value     bytea,
    queued_at timestamptz NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Up to where sightings were counted, so that a repeated one adds no hits.
CREATE TABLE consumed (
    topic_id    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic_id, partition)
);
