-- Lists beside the one that is always there, as operators defined them.
CREATE TABLE feed (
    name       text        PRIMARY KEY,
    definition jsonb       NOT NULL,
    at         timestamptz NOT NULL,
    by_whom    text        NOT NULL
);

-- Versions of lists that dropped so much that they wait for an operator's word; what was approved stays on record.
CREATE TABLE list_hold (
    list       text        PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('WAITING', 'KEPT', 'APPROVED')),
    served     integer     NOT NULL,
    proposed   integer     NOT NULL,
    since      timestamptz NOT NULL,
    decided_at timestamptz,
    by_whom    text,
    why        text
);

-- Who polls the lists, in aggregate.
CREATE TABLE poller (
    list          text             NOT NULL,
    address       text             NOT NULL,
    first_at      timestamptz      NOT NULL,
    last_at       timestamptz      NOT NULL,
    last_status   integer          NOT NULL,
    last_good_at  timestamptz,
    polls         bigint           NOT NULL,
    refusals      bigint           NOT NULL,
    refused_since timestamptz,
    every_seconds double precision,
    version       text,
    user_name     text,
    PRIMARY KEY (list, address)
);
