-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_word_folded_idx" ON "search_word" USING GIST ("folded" gist_trgm_ops);


-- ---------------------------------------------------------------------------------------------------------------------
-- Written by hand: what Prisma's schema cannot say.

-- What words in web syntax ask for: a query for each stemmer that reads them in its own way, with the languages that it is
-- put to. An article is found by the query of its own language only. Without languages: all that there are, found by
-- skipping from one to the next in publication_language_idx. A query of stop words, or one that only says what to leave
-- out, is not searchable: the index could not answer it.
-- In PL/pgSQL, because the planner looks into SQL functions, and then reckons with a hundred queries instead of two.
CREATE FUNCTION asked_queries(words text, given_languages text[])
RETURNS TABLE (query tsquery, languages text[], is_searchable boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 2
AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE spoken(language) AS (
    SELECT (SELECT min(publication.language) FROM publication) WHERE given_languages IS NULL
    UNION ALL
    SELECT (SELECT min(publication.language) FROM publication WHERE publication.language > spoken.language)
    FROM spoken WHERE spoken.language IS NOT NULL),
  asked AS (
    SELECT websearch_to_tsquery(text_search_config(one.language), words) AS parsed, one.language
    FROM (SELECT spoken.language FROM spoken UNION SELECT unnest(given_languages)) AS one (language)
    WHERE one.language IS NOT NULL)
  SELECT asked.parsed, array_agg(asked.language), querytree(asked.parsed) NOT IN ('', 'T')
  FROM asked GROUP BY asked.parsed;
END $$;

-- A query for any of the words of another one, those of its phrases and those to leave out included.
CREATE FUNCTION any_word_of(query tsquery) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT regexp_replace(replace(replace(query::text, '&', '|'), '!', ''), '<(-|\d+)>', '|', 'g')::tsquery $$;

-- Publications that were there before: their vectors held words with typographic marks stuck to them where the database's
-- LC_CTYPE is C ("“nato"), and none without their accents. src/publishing/compile.ts says what is indexed.
CREATE FUNCTION searchable_text(given text) RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT left(concat_ws(' ', plain, (SELECT string_agg(DISTINCT unaccent(word), ' ')
    FROM regexp_split_to_table(CASE WHEN octet_length(plain) > length(plain) THEN plain ELSE '' END, '\s+') AS word
    WHERE octet_length(word) > length(word) AND unaccent(word) <> word)), 200000)
  FROM regexp_replace(translate(given, '’‘ʼ‐‑', repeat('''', 3) || '--'),
    '[\u00A0-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2000-\u206F\u20A0-\u20CF\u2190-\u2BFF\u3000-\u303F]',
    ' ', 'g') AS plain
$$;
ALTER TABLE "publication" DISABLE TRIGGER "publication_immutable";
UPDATE publication SET search =
  setweight(to_tsvector(text_search_config(language), searchable_text(headline)), 'A')
  || setweight(to_tsvector(text_search_config(language), searchable_text(concat_ws(E'\n', document ->> 'summary',
       (SELECT string_agg(part ->> 'text', E'\n') FROM json_array_elements(takeaways) AS part)))), 'B')
  || setweight(to_tsvector(text_search_config(language), searchable_text(
       (SELECT coalesce(string_agg(part ->> 'heading', E'\n'), '') FROM json_array_elements(sections_text) AS part))), 'C')
  || setweight(to_tsvector(text_search_config(language), searchable_text(
       (SELECT coalesce(string_agg(part ->> 'body', E'\n'), '') FROM json_array_elements(sections_text) AS part))), 'D');
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "publication" ENABLE TRIGGER "publication_immutable";

INSERT INTO search_word (word, folded)
SELECT lexeme, unaccent(lexeme) FROM (
  SELECT DISTINCT lexeme FROM publication,
    unnest(to_tsvector('simple', searchable_text(concat_ws(E'\n', headline, document ->> 'summary',
      (SELECT string_agg(part ->> 'text', E'\n') FROM json_array_elements(takeaways) AS part),
      (SELECT string_agg(concat_ws(E'\n', part ->> 'heading', part ->> 'body'), E'\n') FROM json_array_elements(sections_text) AS part))))) AS lexemes
  WHERE length(lexeme) BETWEEN 4 AND 40 AND lexeme !~ '[^[:alpha:]]') AS words;
DROP FUNCTION searchable_text(text);
