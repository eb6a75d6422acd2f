-- Who passes the fence, and who opens it, is a matter of the role: only one that may delete workspaces
-- passes by the erasure's setting, notes that it has looked in a way that can be made up, or gives back what
-- a run has begun to erase. What somebody says in SQL as the application's role changes nothing of that.

-- What a note is made with. The application's role has no way into this schema; what reads it here runs
-- as the tables' owner.
CREATE SCHEMA fence;
--> statement-breakpoint
CREATE TABLE fence.secret (value bytea NOT NULL);
--> statement-breakpoint
INSERT INTO fence.secret SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
--> statement-breakpoint
-- On Citus every server that has a part of the database makes notes, and has to know it.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE 'SELECT create_reference_table(''fence.secret'')';
  END IF;
END
$$;
--> statement-breakpoint
-- Never changed, so a plan may keep it: a row costs no look at the table.
CREATE FUNCTION fence.secret() RETURNS bytea
LANGUAGE sql IMMUTABLE AS 'SELECT value FROM fence.secret';
--> statement-breakpoint
-- A note of this transaction and this workspace: read once, it opens no other.
CREATE FUNCTION fence.note(workspace uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(fence.secret() || uuid_send(workspace)
    || convert_to(pg_current_xact_id()::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The role that somebody signed in with, whatever function this is asked in.
CREATE FUNCTION may_erase() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT has_table_privilege(session_user, 'public.workspaces', 'DELETE')
$$;
--> statement-breakpoint
CREATE FUNCTION is_erasure() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('lethe.purging', true), '') = 'on' AND public.may_erase()
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_if_fenced(written_to uuid, contact_ids uuid[], is_found_through_others boolean)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  has_new_snapshot boolean := current_setting('transaction_isolation') LIKE 'read %';
  workspace public.workspaces;
BEGIN
  IF public.is_erasure() THEN
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
-- As before, but that the note cannot be made up. As the tables' owner, who alone reads the secret; so the
-- path is its own: whoever writes could otherwise put a type of theirs before PostgreSQL's.
CREATE OR REPLACE FUNCTION fence_inserts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
  ELSIF current_setting('lethe.open', true) = fence.note(NEW.workspace_id) THEN
    RETURN NEW;
  ELSIF pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202)) IS NOT NULL THEN
    SELECT state = 'active' AND frozen_contacts = 0
        AND current_setting('transaction_isolation') = 'read committed'
      INTO is_open FROM public.workspaces WHERE id = NEW.workspace_id;
    IF is_open THEN
      PERFORM set_config('lethe.open', fence.note(NEW.workspace_id), true);
      RETURN NEW;
    END IF;
  END IF;
  IF TG_NARGS = 0 THEN
    PERFORM public.refuse_if_fenced(NEW.workspace_id, NULL, false);
  ELSE
    PERFORM public.refuse_if_fenced(NEW.workspace_id, public.contacts_of(NEW), TG_ARGV[0] = 'through others');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION fence_updates() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  is_open boolean;
BEGIN
  IF NEW.workspace_id = OLD.workspace_id THEN
    IF current_setting('lethe.open', true) = fence.note(NEW.workspace_id) THEN
      RETURN NEW;
    END IF;
    IF pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202)) IS NOT NULL THEN
      SELECT state = 'active' AND frozen_contacts = 0
          AND current_setting('transaction_isolation') = 'read committed'
        INTO is_open FROM public.workspaces WHERE id = NEW.workspace_id;
    END IF;
    IF is_open THEN
      PERFORM set_config('lethe.open', fence.note(NEW.workspace_id), true);
      RETURN NEW;
    END IF;
  ELSE
    PERFORM pg_advisory_xact_lock_shared(uuid_hash_extended(workspace_id, 4738202))
    FROM (VALUES (OLD.workspace_id), (NEW.workspace_id)) AS written (workspace_id);
  END IF;
  IF TG_NARGS = 0 THEN
    PERFORM public.refuse_if_fenced(OLD.workspace_id, NULL, false);
    PERFORM public.refuse_if_fenced(NEW.workspace_id, NULL, false);
  ELSE
    PERFORM public.refuse_if_fenced(OLD.workspace_id, public.contacts_of(OLD), TG_ARGV[0] = 'through others');
    PERFORM public.refuse_if_fenced(NEW.workspace_id, public.contacts_of(NEW), TG_ARGV[0] = 'through others');
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION fence_contact_ids() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(uuid_hash_extended(NEW.workspace_id, 4738202));
  IF EXISTS (
    SELECT FROM public.contact_fences
    WHERE workspace_id = NEW.workspace_id AND contact_id = ANY (contacts_of(NEW))
  ) AND NOT public.is_erasure() THEN
    RAISE EXCEPTION 'A frozen or erased contact takes no writes.' USING ERRCODE = 'LT001';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION fence_account_inserts() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  account public.users;
BEGIN
  IF public.is_erasure() THEN
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
-- What a run has begun to erase is given back by nobody but the erasure itself. (What is taken back in
-- time, or refused, has no run.) Runs are few while they are not done, and so are those who take back. A
-- server of Citus that has no runs cannot look; there the application alone sees to it.
CREATE FUNCTION keep_frozen() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public.may_erase() OR to_regclass('public.erasure_runs') IS NULL THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM public.erasure_runs
    WHERE state <> 'done' AND position(OLD.id::text IN subjects::text) > 0
  ) THEN
    RAISE EXCEPTION 'What is being erased stays frozen.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- While a contact of a workspace is frozen, its writers have to look whose rows they write.
CREATE FUNCTION keep_frozen_contacts_counted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT public.may_erase() AND EXISTS (
    SELECT FROM public.contact_fences WHERE workspace_id = OLD.id AND erased_at IS NULL
  ) THEN
    RAISE EXCEPTION 'What is being erased stays frozen.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- A contact's fence, and its addresses' tombstones, go only with a request that has no run; the fence of an
-- erased contact stays for ever.
CREATE FUNCTION keep_contact_fences() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF public.may_erase() OR to_regclass('public.erasure_runs') IS NULL THEN
    RETURN OLD;
  END IF;
  IF OLD.request_id IS NULL OR EXISTS (
    SELECT FROM public.erasure_runs WHERE request_id = OLD.request_id
  ) THEN
    RAISE EXCEPTION 'What is being erased stays frozen.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END
$$;
--> statement-breakpoint
-- A run that people try again begins again; nobody but who carries it out says that it is done.
CREATE FUNCTION keep_runs_true() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT public.may_erase() THEN
    RAISE EXCEPTION 'A run is ended by who carries it out.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    SET LOCAL citus.enable_unsafe_triggers = on;
  END IF;
  CREATE TRIGGER keep_frozen BEFORE UPDATE OF state, frozen_at ON workspaces
  FOR EACH ROW WHEN (OLD.state <> 'active' AND NEW.state = 'active' OR NEW.frozen_at IS NULL AND OLD.frozen_at IS NOT NULL)
  EXECUTE FUNCTION keep_frozen();
  CREATE TRIGGER keep_frozen BEFORE UPDATE OF frozen_at ON users
  FOR EACH ROW WHEN (OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NULL)
  EXECUTE FUNCTION keep_frozen();
  CREATE TRIGGER keep_frozen_contacts_counted BEFORE UPDATE OF frozen_contacts ON workspaces
  FOR EACH ROW WHEN (NEW.frozen_contacts <= 0 AND OLD.frozen_contacts > 0)
  EXECUTE FUNCTION keep_frozen_contacts_counted();
  CREATE TRIGGER keep_contact_fences BEFORE DELETE ON contact_fences
  FOR EACH ROW EXECUTE FUNCTION keep_contact_fences();
  CREATE TRIGGER keep_contact_fences BEFORE DELETE ON address_tombstones
  FOR EACH ROW EXECUTE FUNCTION keep_contact_fences();
  CREATE TRIGGER keep_runs_true BEFORE UPDATE OF state ON erasure_runs
  FOR EACH ROW WHEN (NEW.state <> 'purging') EXECUTE FUNCTION keep_runs_true();
END
$$;
--> statement-breakpoint
-- Who removes the app at Meta ends what they authorised, also in a workspace that is frozen, where the
-- application may write nothing else: the tokens are destroyed.
CREATE FUNCTION end_meta_authorisation(of_user text, ended_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  connection record;
BEGIN
  FOR connection IN
    SELECT channel.workspace_id, channel.id
    FROM public.channel_connections AS channel
    JOIN public.meta_identities AS identity ON identity.user_id = channel.authorized_by_user_id
    WHERE identity.meta_user_id = of_user AND channel.state = 'connected' AND channel.kind <> 'telegram'
    ORDER BY channel.workspace_id, channel.id
  LOOP
    PERFORM pg_advisory_xact_lock_shared(uuid_hash_extended(connection.workspace_id, 4738202));
    PERFORM set_config('lethe.open', fence.note(connection.workspace_id), true);
    UPDATE public.channel_connections
    SET access_token = NULL, state = 'disconnected', disconnected_at = ended_at
    WHERE workspace_id = connection.workspace_id AND id = connection.id;
  END LOOP;
  PERFORM set_config('lethe.open', '', true);
END
$$;
