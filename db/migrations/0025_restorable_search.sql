-- The same as before, in a form in which the database knows that it needs `folded`: written as a text it
-- does not, so that a dump made the table before that function, and could not be restored.
CREATE OR REPLACE FUNCTION contact_terms(workspace uuid, name text, phone text, email text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
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
  ));
END;
