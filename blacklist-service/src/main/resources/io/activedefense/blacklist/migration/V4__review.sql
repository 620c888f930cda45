-- Detections that an operator decides about: one a source, rule and listing epoch, also when it was decided.
CREATE TABLE review (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address     cidr        NOT NULL,
    rule        text        NOT NULL,
    epoch       integer     NOT NULL,
    state       text        NOT NULL,
    hold_reason text        NOT NULL,
    held_at     timestamptz NOT NULL,
    -- Of the latest detection.
    at          timestamptz NOT NULL,
    last_seen   timestamptz NOT NULL,
    document    jsonb       NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    why         text,
    UNIQUE (address, rule, epoch)
);

CREATE INDEX review_waiting ON review (id) WHERE state IN ('WAITING', 'EXPIRED');

-- Detections a page at a time, the latest first.
ALTER TABLE detection ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX detection_id ON detection (id);
CREATE INDEX detection_result ON detection (result, id);

-- Entries whose moved expiry readers of the topic have not been told yet: a changed block window moves all at once.
CREATE INDEX entry_untold ON entry (address)
    WHERE standing = 'LISTED' AND abs(extract(epoch FROM expires_at - told_expiry)) > 86400;
