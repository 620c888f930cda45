-- What operators should know and do something about: raised once, cleared once.
CREATE TABLE alarm (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The part that found it.
    source          text        NOT NULL,
    kind            text        NOT NULL,
    subject         text        NOT NULL,
    detail          text        NOT NULL,
    what_to_do      text        NOT NULL,
    raised_at       timestamptz NOT NULL,
    cleared_at      timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text
);

CREATE UNIQUE INDEX alarm_standing ON alarm (source, kind, subject) WHERE cleared_at IS NULL;
