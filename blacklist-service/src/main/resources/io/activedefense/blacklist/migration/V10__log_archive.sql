-- What firewalls logged, filed by the day it was seen, and up to where it was read.

-- A session takes a thousand numbers at once: they grow, but not in the order of commits.
CREATE SEQUENCE log_record_id CACHE 1000;

-- Texts that repeat: devices, policies, threats, countries, actions, serial numbers. Never changed, never removed.
CREATE TABLE log_word (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text    COLLATE "C" NOT NULL UNIQUE
);

-- One row a line. What is searched by stands in columns; the event, whole as Kafka had it, behind them.
CREATE TABLE log_record (
    -- The event's time, or where that lies outside of what is kept, the arrival's.
    seen                timestamptz NOT NULL,
    id                  bigint      NOT NULL DEFAULT nextval('log_record_id'),
    -- With serial and log type the same in every copy of a line.
    sequence_number     bigint,
    serial              integer,
    device              integer,
    rule                integer,
    threat              integer,
    action              integer,
    source_country      integer,
    destination_country integer,
    source_port         integer     NOT NULL,
    destination_port    integer     NOT NULL,
    -- Codes as the event has them.
    log_type            smallint    NOT NULL,
    severity            smallint    NOT NULL,
    filed_under_arrival boolean     NOT NULL,
    -- Another row has the same line, which another device sent on.
    copy                boolean     NOT NULL,
    source              inet        NOT NULL,
    destination         inet        NOT NULL,
    -- In lower case, and cut: it is what somebody typed.
    source_user         text        COLLATE "C",
    event               bytea       NOT NULL
) PARTITION BY RANGE (seen);

-- docs/decisions/0061 says which serves what, and what it costs.
CREATE INDEX log_record_seen ON log_record (seen, id);
CREATE INDEX log_record_source ON log_record (source, seen);
CREATE INDEX log_record_destination ON log_record (destination, seen);
CREATE INDEX log_record_user ON log_record (source_user, seen) WHERE source_user IS NOT NULL;
CREATE INDEX log_record_copies ON log_record (sequence_number, serial) WHERE sequence_number IS NOT NULL;

-- Up to where the topic is filed; written with the rows, in one transaction.
CREATE TABLE archive_position (
    topic_id    text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (topic_id, partition)
);

-- The highest line of each file in each partition: one that is not above it is a repeat.
CREATE TABLE archive_file (
    partition   integer     NOT NULL,
    file_device bigint      NOT NULL,
    inode       bigint      NOT NULL,
    generation  integer     NOT NULL,
    line_offset bigint      NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (partition, file_device, inode, generation)
);
