-- Who is told what over which channel, and what is still to be delivered.

CREATE TABLE notification_settings (
    -- Of the only row.
    name          text    PRIMARY KEY DEFAULT 'notifications' CHECK (name = 'notifications'),
    page_url      text,
    group_seconds integer NOT NULL
);

CREATE TABLE mail_server (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    host        text    NOT NULL,
    port        integer NOT NULL,
    security    text    NOT NULL CHECK (security IN ('STARTTLS', 'TLS', 'NONE')),
    user_name   text,
    sender      text    NOT NULL,
    -- Encrypted, by a key that is not in the database.
    password    text,
    password_at timestamptz
);

CREATE TABLE notification_recipient (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    enabled    boolean     NOT NULL,
    channel    text        NOT NULL,
    -- Where it is reached, without what is secret.
    shown      text        NOT NULL,
    -- Where it is reached, and its secret, encrypted: the URL of a chat's webhook is a secret too.
    target     text        NOT NULL,
    has_secret boolean     NOT NULL,
    target_at  timestamptz NOT NULL,
    reasons    text[]      NOT NULL,
    alarms     text[]      NOT NULL
);

-- How far it has come: the last event that was taken, and when something was taken last.
CREATE TABLE notification_progress (
    only_row  boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    event_id  bigint      NOT NULL,
    listed_at timestamptz,
    alarms_at timestamptz
);

CREATE TABLE notification_delivery (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient_id bigint      NOT NULL REFERENCES notification_recipient ON DELETE CASCADE,
    kind         text        NOT NULL,
    summary      text        NOT NULL,
    -- Absent: it is done with.
    notice       jsonb,
    -- Grows when something is added to the notice.
    revision     integer     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    queued_at    timestamptz NOT NULL,
    attempts     integer     NOT NULL,
    next_at      timestamptz,
    done_at      timestamptz,
    answer       text
);

CREATE INDEX notification_waiting ON notification_delivery (recipient_id, id) WHERE state = 'WAITING';
CREATE INDEX notification_of_recipient ON notification_delivery (recipient_id, id);

-- What became of alarms and is not in a notice yet. Whoever changes an alarm, it is noted in the same transaction.
CREATE TABLE alarm_change (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alarm_id bigint      NOT NULL,
    change   text        NOT NULL CHECK (change IN ('RAISED', 'WORSE', 'CLEARED'))
);

CREATE FUNCTION note_alarm_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO alarm_change (alarm_id, change) VALUES (NEW.id, 'RAISED');
    ELSIF OLD.cleared_at IS NULL AND NEW.cleared_at IS NOT NULL THEN
        INSERT INTO alarm_change (alarm_id, change) VALUES (NEW.id, 'CLEARED');
    ELSIF NEW.kind = 'certificate-ends' AND NEW.detail <> OLD.detail THEN
        -- Its words change at few thresholds only, those of other kinds with every minute.
        INSERT INTO alarm_change (alarm_id, change) VALUES (NEW.id, 'WORSE');
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER noted AFTER INSERT OR UPDATE ON alarm FOR EACH ROW EXECUTE FUNCTION note_alarm_change();

DO $$
DECLARE
    audited text[];
BEGIN
    FOREACH audited SLICE 1 IN ARRAY ARRAY[
        -- table, kind, naming column, left out
        ['notification_settings',  'notifications', 'name', '{}'],
        ['mail_server',            'mail-server',   'host', '{password}'],
        ['notification_recipient', 'recipient',     'name', '{target}']]
    LOOP
        EXECUTE format(
            'CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW'
            ' WHEN (coalesce(current_setting(''active_defense.actor'', true), '''') <> '''')'
            ' EXECUTE FUNCTION audit(%L, %L, %L)',
            audited[1], audited[2], audited[3], audited[4]);
    END LOOP;
END
$$;
