-- How names and words are compared in a search: case, accents, vowel points and compatibility forms
-- aside. By Unicode's rules in whatever locale the database is, and quickly where all is ASCII.
CREATE FUNCTION folded(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(value) = length(value) THEN lower(value)
    ELSE regexp_replace(normalize(lower(value COLLATE "und-x-icu"), NFKD) COLLATE "default",
      '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
      '', 'g')
  END
$$;
--> statement-breakpoint
-- The words a contact is found by the beginning of: those of its name, its e-mail address and the
-- parts of it, its phone number with the country's code and without, and its last digits. Each begins
-- with the end of the workspace's id, so that one index holds all workspaces and none reads another's.
CREATE FUNCTION contact_terms(workspace uuid, name text, phone text, email text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT right(workspace::text, 8) || left(term, 60)
    FROM unnest(
      string_to_array(translate(public.folded(name), E',;()"\t\n', '       '), ' ')
      || string_to_array(translate(public.folded(name), E',;()"\t\n-/', '         '), ' ')
      || string_to_array(translate(split_part(lower(email), '@', 1), '._+-', '    '), ' ')
      || ARRAY[
        lower(email), split_part(lower(email), '@', 2), ltrim(phone, '+'), right(phone, 4),
        CASE WHEN phone LIKE '+1%' THEN right(phone, 7) END,
        substr(phone, CASE WHEN phone ~ '^\+[17]' THEN 3
          WHEN phone ~ '^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' THEN 4
          ELSE 5 END)
      ]
    ) AS term
    WHERE term <> ''
  ))
$$;
--> statement-breakpoint
-- What finds the contacts of a workspace that have, for each of these words, one that begins with it.
CREATE FUNCTION contact_query(workspace uuid, words text[]) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(
    format('''%s%s'':*', right(workspace::text, 8),
      replace(replace(left(public.folded(word), 60), '\', '\\'), '''', '''''')), ' & ')::tsquery
  FROM unnest(words) AS word
$$;
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "search_terms" tsvector GENERATED ALWAYS AS (contact_terms(workspace_id, name, phone, email)) STORED;--> statement-breakpoint
CREATE INDEX "contacts_name_idx" ON "contacts" USING btree ("workspace_id","name" COLLATE "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "contacts_stage_idx" ON "contacts" USING btree ("workspace_id","lifecycle_stage","id");--> statement-breakpoint
CREATE INDEX "contacts_search_idx" ON "contacts" USING gin ("search_terms");