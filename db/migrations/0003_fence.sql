-- The fence: a workspace that is frozen, or gone, takes no writes, whatever code path makes them.
--
-- A statement's new rows are looked at once, after it. The writer takes KEY SHARE on its workspace;
-- freezing takes FOR UPDATE. So a writer either commits before the freeze, and the purge sees its
-- rows, or finds the workspace frozen here and is refused. The purge itself passes by a setting that
-- lasts for one transaction.
CREATE FUNCTION refuse_writes_to_frozen_workspaces() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  written_to uuid[];
  active bigint;
BEGIN
  IF current_setting('lethe.purging', true) = 'on' THEN
    RETURN NULL;
  END IF;
  written_to := ARRAY(SELECT DISTINCT workspace_id FROM written);
  SELECT count(*) INTO active FROM (
    SELECT 1 FROM workspaces
    WHERE id = ANY (written_to) AND state = 'active'
    FOR KEY SHARE
  ) AS locked;
  IF active < cardinality(written_to) THEN
    RAISE EXCEPTION 'A frozen or erased workspace takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  workspace_table text;
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    SET LOCAL citus.enable_unsafe_triggers = on;
  END IF;
  FOR workspace_table IN
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    ORDER BY c.relname
  LOOP
    EXECUTE format(
      'CREATE TRIGGER fence_inserts AFTER INSERT ON %I REFERENCING NEW TABLE AS written '
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_writes_to_frozen_workspaces()', workspace_table);
    EXECUTE format(
      'CREATE TRIGGER fence_updates AFTER UPDATE ON %I REFERENCING NEW TABLE AS written '
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_writes_to_frozen_workspaces()', workspace_table);
  END LOOP;
END
$$;
--> statement-breakpoint
-- The same for an account: frozen, it signs in nowhere, joins no workspace and links no Meta login.
CREATE FUNCTION refuse_writes_to_frozen_accounts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  written_to uuid[];
  active bigint;
BEGIN
  IF current_setting('lethe.purging', true) = 'on' THEN
    RETURN NULL;
  END IF;
  written_to := ARRAY(SELECT DISTINCT user_id FROM written);
  SELECT count(*) INTO active FROM (
    SELECT 1 FROM users
    WHERE id = ANY (written_to) AND frozen_at IS NULL
    FOR KEY SHARE
  ) AS locked;
  IF active < cardinality(written_to) THEN
    RAISE EXCEPTION 'A frozen or erased account takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER fence_account_inserts AFTER INSERT ON sessions REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_writes_to_frozen_accounts();
--> statement-breakpoint
CREATE TRIGGER fence_account_inserts AFTER INSERT ON memberships REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_writes_to_frozen_accounts();
--> statement-breakpoint
CREATE TRIGGER fence_account_inserts AFTER INSERT ON meta_identities REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION refuse_writes_to_frozen_accounts();
