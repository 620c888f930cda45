ALTER TABLE feed
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    ADD COLUMN why     text   NOT NULL DEFAULT 'defined before reasons were asked for';

ALTER TABLE feed
    ALTER COLUMN version DROP DEFAULT,
    ALTER COLUMN why     DROP DEFAULT;

-- How feeds were changed, by whom and why. The differences are kept, not the definitions: no password's hash outlives it.
CREATE TABLE feed_change (
    name        text        NOT NULL,
    version     bigint      NOT NULL,
    at          timestamptz NOT NULL,
    by_whom     text        NOT NULL,
    why         text        NOT NULL,
    differences jsonb       NOT NULL,
    PRIMARY KEY (name, version)
);

INSERT INTO feed_change SELECT name, version, at, by_whom, why, '[]' FROM feed;
