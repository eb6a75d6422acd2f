-- The fence, row by row: what is frozen, or gone, takes no writes, whatever code path makes them.
--
-- A writer first shares an advisory lock on its workspace, which writes nothing and which nobody ever
-- asks for alone; then it looks, in a snapshot taken after that, whether the workspace takes writes.
-- Who freezes commits that first, and then waits for those who hold the lock at that moment. So a
-- writer either looks after the freeze and is refused, or is waited for, and its rows are erased, too.
-- docs/decisions has the proof, and what other ways cost.

-- Those who are writing to a workspace, on this server: each as a name that no other transaction has.
CREATE FUNCTION fence_holders(workspace uuid) RETURNS SETOF text
LANGUAGE sql AS $$
  SELECT virtualtransaction FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32) | objid::bigint = uuid_hash_extended(workspace, 4738202)
$$;
--> statement-breakpoint
-- The same on every server that has a part of the database.
CREATE FUNCTION writers_of_workspace(workspace uuid) RETURNS SETOF text
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    RETURN QUERY EXECUTE
      'SELECT nodeid || '' '' || unnest(result::text[]) FROM run_command_on_all_nodes('
      'format(''SELECT array_agg(holder) FROM public.fence_holders(%L) AS holder'', $1))'
      USING workspace;
  ELSE
    RETURN QUERY SELECT fence_holders(workspace);
  END IF;
END
$$;
--> statement-breakpoint
-- What a writer has to hear when its workspace is not simply open. The erasure itself passes by a
-- setting that lasts for one transaction. An older snapshot than the lock would not show a freeze:
-- there the workspace's row is locked instead, which fails if it has changed since (40001).
CREATE FUNCTION refuse_if_fenced(written_to uuid, contact_ids uuid[], is_found_through_others boolean)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  has_new_snapshot boolean := current_setting('transaction_isolation') LIKE 'read %';
  workspace public.workspaces;
BEGIN
  IF current_setting('lethe.purging', true) = 'on' THEN
    RETURN;
  END IF;
  IF has_new_snapshot THEN
    SELECT * INTO workspace FROM public.workspaces WHERE id = written_to;
  ELSE
    SELECT * INTO workspace FROM public.workspaces WHERE id = written_to FOR SHARE;
  END IF;
  IF workspace.state IS DISTINCT FROM 'active' THEN
    RAISE EXCEPTION 'A frozen or erased workspace takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  IF workspace.frozen_contacts = 0 OR contact_ids IS NULL THEN
    RETURN;
  END IF;
  IF EXISTS (
    SELECT FROM public.contact_fences
    WHERE workspace_id = written_to AND contact_id = ANY (contact_ids)
  ) THEN
    RAISE EXCEPTION 'A frozen or erased contact takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  IF is_found_through_others AND NOT has_new_snapshot THEN
    RAISE EXCEPTION 'An old snapshot cannot tell whose row this is while a contact is being erased.'
      USING ERRCODE = '40001', HINT = 'Try again, in READ COMMITTED.';
  END IF;
END
$$;
--> statement-breakpoint
-- Where nothing is frozen, a transaction's first row costs one lock and one look by primary key. It
-- has no id yet then; only from its second row on does it note, until it ends, that it has looked.
--
-- (The lock is asked for in a condition, because that is the cheapest way to call a function here.)
CREATE FUNCTION fence_inserts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  is_open boolean;
BEGIN
  IF pg_current_xact_id_if_assigned() IS NULL
    AND pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202)) IS NOT NULL
  THEN
    SELECT state = 'active' AND frozen_contacts = 0
        AND current_setting('transaction_isolation') = 'read committed'
      INTO is_open FROM public.workspaces WHERE id = NEW.workspace_id;
    IF is_open THEN
      RETURN NEW;
    END IF;
  ELSIF current_setting('lethe.open', true) = NEW.workspace_id::text THEN
    RETURN NEW;
  ELSIF pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202)) IS NOT NULL THEN
    SELECT state = 'active' AND frozen_contacts = 0
        AND current_setting('transaction_isolation') = 'read committed'
      INTO is_open FROM public.workspaces WHERE id = NEW.workspace_id;
    IF is_open THEN
      PERFORM set_config('lethe.open', NEW.workspace_id::text, true);
      RETURN NEW;
    END IF;
  END IF;
  IF TG_NARGS = 0 THEN
    PERFORM refuse_if_fenced(NEW.workspace_id, NULL, false);
  ELSE
    PERFORM refuse_if_fenced(NEW.workspace_id, contacts_of(NEW), TG_ARGV[0] = 'through others');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- Where a row was counts as much as where it goes: nothing leaves what is frozen, either. Asked before
-- the update, so that who is refused has one row locked and no more: no deadlock with the purge.
CREATE FUNCTION fence_updates() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  is_open boolean;
BEGIN
  IF NEW.workspace_id = OLD.workspace_id THEN
    IF current_setting('lethe.open', true) = NEW.workspace_id::text THEN
      RETURN NEW;
    END IF;
    IF pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202)) IS NOT NULL THEN
      SELECT state = 'active' AND frozen_contacts = 0
          AND current_setting('transaction_isolation') = 'read committed'
        INTO is_open FROM public.workspaces WHERE id = NEW.workspace_id;
    END IF;
    IF is_open THEN
      PERFORM set_config('lethe.open', NEW.workspace_id::text, true);
      RETURN NEW;
    END IF;
  ELSE
    PERFORM pg_advisory_xact_lock_shared(uuid_hash_extended(workspace_id, 4738202))
    FROM (VALUES (OLD.workspace_id), (NEW.workspace_id)) AS written (workspace_id);
  END IF;
  IF TG_NARGS = 0 THEN
    PERFORM refuse_if_fenced(OLD.workspace_id, NULL, false);
    PERFORM refuse_if_fenced(NEW.workspace_id, NULL, false);
  ELSE
    PERFORM refuse_if_fenced(OLD.workspace_id, contacts_of(OLD), TG_ARGV[0] = 'through others');
    PERFORM refuse_if_fenced(NEW.workspace_id, contacts_of(NEW), TG_ARGV[0] = 'through others');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- An erased contact does not come back under its id. Elsewhere a foreign key sees to that; but not
-- where a column names a contact without one.
CREATE FUNCTION fence_contact_ids() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202));
  IF EXISTS (
    SELECT FROM public.contact_fences
    WHERE workspace_id = NEW.workspace_id AND contact_id = ANY (contacts_of(NEW))
  ) AND current_setting('lethe.purging', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'A frozen or erased contact takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- Puts the fence around every table with a workspace_id, and tells for each that leads to contacts
-- whose row it is: by foreign keys, directly or through others, and by columns that are named like a
-- contact's id and have none. Repeatable: a migration that adds a table, a foreign key or such a
-- column ends with CALL raise_fences().
CREATE PROCEDURE raise_fences()
LANGUAGE plpgsql AS $$
DECLARE
  fenced record;
  how text;
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    SET LOCAL citus.enable_unsafe_triggers = on;
  END IF;
  SET LOCAL check_function_bodies = off; -- They call each other.
  FOR fenced IN
    WITH RECURSIVE workspace_tables AS (
      SELECT c.oid FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ), foreign_keys AS (
      SELECT conrelid AS child, confrelid AS parent,
        string_agg(format('parent.%I = written.%I', there.attname, here.attname), ' AND ') AS pairs,
        max(format('written.%I', here.attname)) FILTER (WHERE there.attname = 'id') AS parent_id
      FROM pg_constraint,
        unnest(conkey, confkey) AS pair (here, there),
        pg_attribute AS here, pg_attribute AS there
      WHERE contype = 'f' AND conparentid = 0 AND conrelid <> confrelid
        AND conrelid IN (SELECT oid FROM workspace_tables)
        AND (here.attrelid, here.attnum) = (conrelid, pair.here)
        AND (there.attrelid, there.attnum) = (confrelid, pair.there)
      GROUP BY pg_constraint.oid
    ), free_columns AS (
      SELECT attrelid AS child, format('%I', attname) AS name, format('written.%I', attname) AS contact_id
      FROM pg_attribute
      WHERE attrelid IN (SELECT oid FROM workspace_tables)
        AND attrelid <> 'public.contact_fences'::regclass
        AND attname ~ '(^|_)contact_id$' AND atttypid = 'uuid'::regtype AND NOT attisdropped
        AND NOT EXISTS (SELECT FROM pg_constraint
          WHERE contype = 'f' AND conrelid = attrelid AND attnum = ANY (conkey))
    ), of_contacts AS (
      SELECT 'public.contacts'::regclass::oid AS oid
      UNION SELECT child FROM free_columns
      UNION SELECT child FROM foreign_keys JOIN of_contacts ON of_contacts.oid = parent
    ), ways AS (
      SELECT 'public.contacts'::regclass::oid AS child, 'ARRAY[written.id]' AS whose, false AS is_through
      UNION ALL
      SELECT child, format('ARRAY[%s]', contact_id), false FROM free_columns
      UNION ALL
      SELECT child, format('ARRAY[%s]', parent_id), false FROM foreign_keys
      WHERE parent = 'public.contacts'::regclass
      UNION ALL
      SELECT child, format('coalesce((SELECT contacts_of(parent) FROM %s AS parent WHERE %s), ''{}'')',
        parent::regclass, pairs), true
      FROM foreign_keys JOIN of_contacts ON of_contacts.oid = parent
      WHERE parent <> 'public.contacts'::regclass
    )
    SELECT oid::regclass AS name,
      (SELECT string_agg(whose, ' || ') FROM ways WHERE child = oid) AS whose,
      (SELECT bool_or(is_through) FROM ways WHERE child = oid) AS is_through,
      CASE oid WHEN 'public.contacts'::regclass THEN 'id'
        ELSE (SELECT string_agg(name, ', ') FROM free_columns WHERE child = oid) END AS own_ids
    FROM workspace_tables
  LOOP
    IF fenced.whose IS NOT NULL THEN
      EXECUTE format('CREATE OR REPLACE FUNCTION contacts_of(written %s) RETURNS uuid[] '
        'LANGUAGE sql STABLE AS %L', fenced.name, 'SELECT ' || fenced.whose);
    END IF;
    IF fenced.own_ids IS NOT NULL THEN
      EXECUTE format('CREATE OR REPLACE TRIGGER fence_contact_ids '
        'BEFORE INSERT OR UPDATE OF workspace_id, %s ON %s '
        'FOR EACH ROW WHEN (num_nonnulls(%s) > 0) EXECUTE FUNCTION fence_contact_ids()',
        fenced.own_ids, fenced.name, regexp_replace(fenced.own_ids, '(^|, )', '\1NEW.', 'g'));
    END IF;
    how := CASE WHEN fenced.whose IS NULL THEN ''
      WHEN fenced.is_through THEN quote_literal('through others')
      ELSE quote_literal('by its own columns') END;
    EXECUTE format('CREATE OR REPLACE TRIGGER fence_inserts BEFORE INSERT ON %s '
      'FOR EACH ROW EXECUTE FUNCTION fence_inserts(%s)', fenced.name, how);
    EXECUTE format('CREATE OR REPLACE TRIGGER fence_updates BEFORE UPDATE ON %s '
      'FOR EACH ROW EXECUTE FUNCTION fence_updates(%s)', fenced.name, how);
  END LOOP;
END
$$;
--> statement-breakpoint
CALL raise_fences();
--> statement-breakpoint
DROP FUNCTION refuse_writes_to_frozen_workspaces();
--> statement-breakpoint
-- The same for an account: frozen, it signs in nowhere, joins no workspace and links no Meta login.
-- These writers are few, and who freezes asks for the account's row alone: so they share that row,
-- as their foreign key does anyway, and look in a snapshot taken after.
CREATE FUNCTION fence_account_inserts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  account public.users;
BEGIN
  IF current_setting('lethe.purging', true) = 'on' THEN
    RETURN NEW;
  END IF;
  IF current_setting('transaction_isolation') LIKE 'read %' THEN
    PERFORM FROM public.users WHERE id = NEW.user_id FOR KEY SHARE;
    SELECT * INTO account FROM public.users WHERE id = NEW.user_id;
  ELSE
    SELECT * INTO account FROM public.users WHERE id = NEW.user_id FOR SHARE;
  END IF;
  IF account.id IS NULL OR account.frozen_at IS NOT NULL THEN
    RAISE EXCEPTION 'A frozen or erased account takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fence_account_inserts BEFORE INSERT OR UPDATE OF user_id ON sessions
FOR EACH ROW EXECUTE FUNCTION fence_account_inserts();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fence_account_inserts BEFORE INSERT OR UPDATE OF user_id ON memberships
FOR EACH ROW EXECUTE FUNCTION fence_account_inserts();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fence_account_inserts BEFORE INSERT OR UPDATE OF user_id ON meta_identities
FOR EACH ROW EXECUTE FUNCTION fence_account_inserts();
--> statement-breakpoint
DROP FUNCTION refuse_writes_to_frozen_accounts();
