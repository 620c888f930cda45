-- When there were more new entries at once than the settings take for usual.
CREATE TABLE burst (
    only_row  boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    began_at  timestamptz,
    -- The last moment at which there were too many: as many quiet minutes after it the burst is over.
    last_over timestamptz
);

INSERT INTO burst DEFAULT VALUES;

-- What was added lately, and what is old enough to go.
CREATE INDEX blacklist_event_at ON blacklist_event (at);
CREATE INDEX detection_recorded ON detection (recorded_at);
CREATE INDEX review_held ON review (held_at);
