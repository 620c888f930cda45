-- The system of record: entries, what led to them and what happened to them, settings, devices, and what is
-- still to be told to Kafka.

-- One row a source that a rule fired for, that was seen again, or that an operator listed.
-- It is listed while listed_at is set and released_at is not.
CREATE TABLE entry (
    address          cidr        PRIMARY KEY,
    reasons          text[]      NOT NULL DEFAULT '{}',
    origin           text        NOT NULL CHECK (origin IN ('DETECTED', 'USER_ADDED')),
    comment          text,
    -- Absent until a detection or an operator brings it.
    first_seen       timestamptz,
    last_seen        timestamptz,
    listed_at        timestamptz,
    expires_at       timestamptz,
    -- The operator's own expiry.
    user_expires_at  timestamptz,
    released_at      timestamptz,
    -- When it was released last, kept when it is listed again.
    last_released_at timestamptz,
    -- The tombstone was published: the detector counts the source's releases from 0 again.
    forgotten        boolean     NOT NULL DEFAULT false,
    epoch            integer     NOT NULL DEFAULT 0,
    hits             bigint      NOT NULL DEFAULT 0,
    evidence         jsonb       NOT NULL DEFAULT '[]',
    evidence_at      timestamptz,
    evidence_rule    text,
    -- The expiry that the topic holds: renewals are published when it has moved by more than a day.
    published_expiry timestamptz
);

CREATE INDEX entry_network ON entry USING gist (address inet_ops);
CREATE INDEX entry_listed ON entry (address) WHERE listed_at IS NOT NULL AND released_at IS NULL;
CREATE INDEX entry_expiry ON entry (expires_at) WHERE listed_at IS NOT NULL AND released_at IS NULL;
CREATE INDEX entry_released ON entry (released_at) WHERE released_at IS NOT NULL AND NOT forgotten;

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
);

-- Up to where sightings were counted, so that a repeated one adds no hits.
CREATE TABLE consumed (
    topic_id    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic_id, partition)
);
