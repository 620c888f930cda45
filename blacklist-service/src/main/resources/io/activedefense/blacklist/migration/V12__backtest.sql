-- Other settings over the archived past: who asked what, and what was found.

CREATE TABLE backtest (
    id           bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    by           text             NOT NULL,
    asked_at     timestamptz      NOT NULL,
    from_time    timestamptz      NOT NULL,
    to_time      timestamptz      NOT NULL,
    held_against bigint           NOT NULL,
    under_test   jsonb            NOT NULL,
    state        text             NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    progress     double precision NOT NULL,
    records      bigint           NOT NULL,
    -- When its process last said how it stands.
    told_at      timestamptz      NOT NULL,
    failure      text,
    CHECK (from_time < to_time)
);

CREATE TABLE backtest_source (
    backtest         bigint  NOT NULL REFERENCES backtest ON DELETE CASCADE,
    position         integer NOT NULL,
    source           cidr    NOT NULL,
    change           text    NOT NULL,
    was_at           timestamptz,
    was_rules        text[],
    would_at         timestamptz,
    would_rules      text[],
    allowed_sessions bigint  NOT NULL,
    country          text,
    PRIMARY KEY (backtest, position)
);

CREATE TRIGGER audited AFTER INSERT ON backtest FOR EACH ROW
    WHEN (coalesce(current_setting('active_defense.actor', true), '') <> '')
    EXECUTE FUNCTION audit('backtest', 'id', '{progress}', '{told_at}');
