-- What is public, normalised: the tables of a plain CMS that has no revisions, no timeline and nothing compiled, in a
-- schema of their own. Authors and topics are the service's own tables. The yardstick that writes has no tables of its own.

CREATE SCHEMA plain;

CREATE TEMPORARY TABLE live AS
SELECT * FROM publication WHERE visible_from <= moment() AND (visible_until IS NULL OR visible_until > moment());

CREATE TABLE plain.article AS
SELECT article_id AS id, slug, revision_number AS revision, first_published_at, published_at, visible_from AS updated_at,
  words.language, words.headline, words.summary, words.dateline, words."canonicalUrl" AS canonical_url,
  words."wordCount" AS word_count, words."readingMinutes" AS reading_minutes, words.seo, live.search
FROM live, json_to_record(document) AS words (language text, headline text, summary text, dateline text,
  "canonicalUrl" text, "wordCount" int, "readingMinutes" int, seo json);

CREATE TABLE plain.section AS
SELECT section.id, article_id, (place - 1)::int AS position, section.kind, section.heading, section.anchor, section.body
FROM live, json_array_elements(sections_markdown) WITH ORDINALITY AS part (section, place),
  json_to_record(part.section) AS section (id uuid, kind text, heading text, anchor text, body text);

CREATE TABLE plain.takeaway AS
SELECT takeaway.id, article_id, (place - 1)::int AS position, takeaway.text, takeaway.evidence
FROM live, json_array_elements(takeaways) WITH ORDINALITY AS part (takeaway, place),
  json_to_record(part.takeaway) AS takeaway (id uuid, text text, evidence json);

CREATE TABLE plain.byline AS
SELECT published_byline.article_id, author_id, position, role
FROM published_byline JOIN live ON live.id = publication_id;

CREATE TABLE plain.article_topic AS
SELECT published_topic.article_id, topic_id, position
FROM published_topic JOIN live ON live.id = publication_id;

CREATE TABLE plain.correction AS
SELECT correction.id, correction.article_id, kind, section_id, correction.note, text_before, text_after,
  visible_from AS at
FROM correction JOIN publication ON publication.id = publication_id;

ALTER TABLE plain.article ADD PRIMARY KEY (id), ADD UNIQUE (slug);
CREATE INDEX ON plain.article (published_at DESC, id DESC);
CREATE INDEX ON plain.article USING gin (search);
ALTER TABLE plain.section ADD PRIMARY KEY (article_id, position);
ALTER TABLE plain.takeaway ADD PRIMARY KEY (article_id, position);
ALTER TABLE plain.byline ADD PRIMARY KEY (article_id, position);
CREATE INDEX ON plain.byline (author_id, article_id);
ALTER TABLE plain.article_topic ADD PRIMARY KEY (article_id, position);
CREATE INDEX ON plain.article_topic (topic_id, article_id);
CREATE INDEX ON plain.correction (article_id);

DROP TABLE live;
