-- Who may do what, who is signed in, and what everybody did.

CREATE TABLE app_user (
    name          text        PRIMARY KEY,
    role          text        NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'ADMIN')),
    disabled      boolean     NOT NULL,
    -- bcrypt; never the password.
    password_hash text        NOT NULL,
    password_at   timestamptz NOT NULL,
    -- It was given by another one, and is only good for being changed.
    must_change   boolean     NOT NULL,
    created_at    timestamptz NOT NULL,
    signed_in_at  timestamptz
);

CREATE TABLE user_group (
    name       text        PRIMARY KEY,
    role       text        NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'ADMIN')),
    created_at timestamptz NOT NULL
);

CREATE TABLE group_member (
    group_name text NOT NULL REFERENCES user_group ON DELETE CASCADE,
    user_name  text NOT NULL REFERENCES app_user ON DELETE CASCADE,
    PRIMARY KEY (user_name, group_name)
);

-- From where a user has signed in: who guesses from elsewhere does not slow this one down there.
CREATE TABLE sign_in_network (
    user_name text        NOT NULL REFERENCES app_user ON DELETE CASCADE,
    network   cidr        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (user_name, network)
);

CREATE TABLE session (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- SHA-256 of what the cookie says: who reads this table signs in as nobody.
    digest     bytea       NOT NULL UNIQUE,
    user_name  text        NOT NULL REFERENCES app_user ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at    timestamptz NOT NULL,
    address    text        NOT NULL,
    agent      text        NOT NULL
);

CREATE INDEX session_of_user ON session (user_name);

CREATE TABLE api_token (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest     bytea       NOT NULL UNIQUE,
    name       text        NOT NULL,
    user_name  text        NOT NULL REFERENCES app_user ON DELETE CASCADE,
    role       text        NOT NULL CHECK (role IN ('VIEWER', 'OPERATOR', 'ADMIN')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    UNIQUE (user_name, name)
);

CREATE TABLE audit_event (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    -- How: session, token, command.
    via     text        NOT NULL,
    -- From where; absent: this machine.
    address text,
    action  text        NOT NULL,
    -- What kind of thing, and which one.
    kind    text        NOT NULL,
    subject text        NOT NULL,
    -- As it was and as it became, without secrets.
    before  jsonb,
    after   jsonb
);

CREATE INDEX audit_event_who ON audit_event (who, id);
CREATE INDEX audit_event_subject ON audit_event (subject, id);
CREATE INDEX audit_event_at ON audit_event (at);

-- Append-only: the owner too has no right to change it, and a superuser, who has every right, is refused.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM PUBLIC, CURRENT_USER;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are only ever added' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Records what somebody does to a row. Who that is stands in a setting of the transaction; what the service does by itself
-- has none there. Arguments: the kind, the column that names the row, and paths that are left out.
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    actor   jsonb := current_setting('active_defense.actor')::jsonb;
    was     jsonb;
    becomes jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN was := jsonb_strip_nulls(to_jsonb(OLD)); END IF;
    IF TG_OP <> 'DELETE' THEN becomes := jsonb_strip_nulls(to_jsonb(NEW)); END IF;
    FOR argument IN 2 .. TG_NARGS - 1 LOOP
        was := was #- TG_ARGV[argument]::text[];
        becomes := becomes #- TG_ARGV[argument]::text[];
    END LOOP;
    IF was IS DISTINCT FROM becomes THEN
        INSERT INTO audit_event (at, who, via, address, action, kind, subject, before, after)
        VALUES (
            (actor ->> 'at')::timestamptz, actor ->> 'who', actor ->> 'via', actor ->> 'address',
            CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
            TG_ARGV[0], coalesce(becomes, was) ->> TG_ARGV[1], was, becomes);
    END IF;
    RETURN NULL;
END
$$;

-- What is audited, in one place.
DO $$
DECLARE
    audited text[];
BEGIN
    FOREACH audited SLICE 1 IN ARRAY ARRAY[
        -- table, kind, naming column, left out: up to two paths
        ['app_user',         'user',     'name',     '{password_hash}', '{signed_in_at}'],
        ['user_group',       'group',    'name',     '{}',              '{}'],
        ['group_member',     'group',    'group_name', '{}',            '{}'],
        ['session',          'session',  'user_name', '{digest}',       '{used_at}'],
        ['api_token',        'token',    'name',     '{digest}',        '{used_at}'],
        ['entry',            'entry',    'address',  '{evidence}',      '{told_expiry}'],
        ['settings_version', 'settings', 'version',  '{document}',      '{}'],
        ['device',           'device',   'name',     '{}',              '{}'],
        ['feed',             'feed',     'name',     '{definition,access,passwordHash}', '{}'],
        ['list_hold',        'hold',     'list',     '{}',              '{}'],
        ['poller',           'poller',   'address',  '{}',              '{}'],
        ['review',           'review',   'address',  '{document}',      '{}'],
        ['alarm',            'alarm',    'subject',  '{}',              '{}']]
    LOOP
        EXECUTE format(
            'CREATE TRIGGER audited AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW'
            ' WHEN (coalesce(current_setting(''active_defense.actor'', true), '''') <> '''')'
            ' EXECUTE FUNCTION audit(%L, %L, %L, %L)',
            audited[1], audited[2], audited[3], audited[4], audited[5]);
    END LOOP;
END
$$;
