-- What Prisma writes from schema.prisma comes first in each part; what it cannot say is written by hand below it.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The one clock of all content. Not now(): that is the start of the transaction, and a publish that waited for a lock
-- would close a newer span with an earlier time. Tests replace this function to move the clock.
CREATE FUNCTION moment() RETURNS timestamptz(3)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- A time as the API writes it: RFC 3339 in UTC with milliseconds.
CREATE FUNCTION iso_moment(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "author" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "job_title" TEXT,
    "bio" TEXT,
    "location" TEXT,
    "organisation" TEXT,
    "website" TEXT,
    "links" JSONB NOT NULL DEFAULT '[]',
    "email" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "summary" TEXT,
    "language" TEXT NOT NULL,
    "dateline" TEXT,
    "canonical_url" TEXT,
    "seo" JSONB NOT NULL DEFAULT '{}',
    "external_source" TEXT,
    "external_id" TEXT,
    "stage" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "trashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "byline" (
    "article_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "byline_pkey" PRIMARY KEY ("article_id","author_id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "takeaway" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "evidence_state" TEXT NOT NULL DEFAULT 'none',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "takeaway_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "sections_markdown" JSON NOT NULL,
    "sections_html" JSON NOT NULL,
    "sections_text" JSON NOT NULL,
    "takeaways" JSON NOT NULL,
    "search" tsvector NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "intended_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_section" (
    "publication_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "section_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT,
    "language" TEXT NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_section_pkey" PRIMARY KEY ("publication_id","position")
);

-- CreateTable
CREATE TABLE "published_takeaway" (
    "publication_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "takeaway_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_takeaway_pkey" PRIMARY KEY ("publication_id","position")
);

-- CreateTable
CREATE TABLE "published_byline" (
    "publication_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_byline_pkey" PRIMARY KEY ("publication_id","position")
);

-- CreateTable
CREATE TABLE "published_topic" (
    "publication_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "topic_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_topic_pkey" PRIMARY KEY ("publication_id","position")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "legal_ground" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "section_id" UUID,
    "note" TEXT NOT NULL,
    "text_before" TEXT,
    "text_after" TEXT,
    "publication_id" UUID,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_counter" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "last_seq" BIGINT NOT NULL,

    CONSTRAINT "event_counter_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "role" TEXT NOT NULL,
    "author_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_digest" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("caller","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "author_slug_key" ON "author"("slug");

-- CreateIndex
CREATE INDEX "author_name_idx" ON "author"("name", "id");

-- CreateIndex
CREATE INDEX "author_merged_into_idx" ON "author"("merged_into_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_name_idx" ON "topic"("name", "id");

-- CreateIndex
CREATE INDEX "topic_merged_into_idx" ON "topic"("merged_into_id");

-- CreateIndex
CREATE INDEX "article_updated_idx" ON "article"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_created_idx" ON "article"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_external_key" ON "article"("external_source", "external_id");

-- CreateIndex
CREATE INDEX "byline_author_idx" ON "byline"("author_id");

-- CreateIndex
CREATE INDEX "article_topic_topic_idx" ON "article_topic"("topic_id");

-- CreateIndex
CREATE INDEX "publication_article_idx" ON "publication"("article_id", "visible_from");

-- CreateIndex
CREATE INDEX "publication_slug_idx" ON "publication"("slug", "visible_from");

-- CreateIndex
CREATE INDEX "publication_published_idx" ON "publication"("published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "publication_first_published_idx" ON "publication"("first_published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "publication_updated_idx" ON "publication"("visible_from" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "publication_headline_idx" ON "publication"("headline", "article_id");

-- CreateIndex
CREATE INDEX "publication_visible_until_idx" ON "publication"("visible_until");

-- CreateIndex
CREATE INDEX "publication_language_idx" ON "publication"("language", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "publication_search_idx" ON "publication" USING GIN ("search");

-- CreateIndex
CREATE INDEX "published_section_section_idx" ON "published_section"("section_id", "visible_from");

-- CreateIndex
CREATE INDEX "published_section_published_idx" ON "published_section"("published_at" DESC, "article_id" DESC, "position");

-- CreateIndex
CREATE INDEX "published_takeaway_takeaway_idx" ON "published_takeaway"("takeaway_id", "visible_from");

-- CreateIndex
CREATE INDEX "published_takeaway_published_idx" ON "published_takeaway"("published_at" DESC, "article_id" DESC, "position");

-- CreateIndex
CREATE INDEX "published_byline_author_idx" ON "published_byline"("author_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "published_topic_topic_idx" ON "published_topic"("topic_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "withdrawal_in_force_key" ON "withdrawal"("article_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "correction_article_idx" ON "correction"("article_id", "created_at");

-- CreateIndex
CREATE INDEX "correction_publication_idx" ON "correction"("publication_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_id_key" ON "event"("id");

-- CreateIndex
CREATE INDEX "event_subject_idx" ON "event"("subject", "seq");

-- CreateIndex
CREATE INDEX "event_type_idx" ON "event"("type", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_sha256_key" ON "api_key"("sha256");

-- CreateIndex
CREATE INDEX "api_key_created_idx" ON "api_key"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idempotency_record_at_idx" ON "idempotency_record"("at");

-- AddForeignKey
ALTER TABLE "author" ADD CONSTRAINT "author_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_article_id_revision_number_fkey" FOREIGN KEY ("article_id", "revision_number") REFERENCES "revision"("article_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_section" ADD CONSTRAINT "published_section_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_takeaway" ADD CONSTRAINT "published_takeaway_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_byline" ADD CONSTRAINT "published_byline_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_byline" ADD CONSTRAINT "published_byline_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_topic" ADD CONSTRAINT "published_topic_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_topic" ADD CONSTRAINT "published_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- Written by hand: what Prisma's schema cannot say.

-- Positions are dense from 0 and unique at the end of a transaction, so that a reorder may pass through doubles.
ALTER TABLE "byline" ADD CONSTRAINT "byline_position_key" EXCLUDE USING btree ("article_id" WITH =, "position" WITH =) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_position_key" EXCLUDE USING btree ("article_id" WITH =, "position" WITH =) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "section" ADD CONSTRAINT "section_position_key" EXCLUDE USING btree ("article_id" WITH =, "position" WITH =) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_position_key" EXCLUDE USING btree ("article_id" WITH =, "position" WITH =) DEFERRABLE INITIALLY DEFERRED;
-- Trash frees the slug. Deferred, so that a batch may swap two slugs; whoever takes one locks it first (src/articles/change.ts),
-- because two that wait for each other's row here would be a deadlock.
ALTER TABLE "article" ADD CONSTRAINT "article_slug_key" EXCLUDE USING btree ("slug" WITH =) WHERE ("trashed_at" IS NULL) DEFERRABLE INITIALLY DEFERRED;
-- The bullets stand in one place only.
ALTER TABLE "section" ADD CONSTRAINT "section_takeaways_key" EXCLUDE USING btree ("article_id" WITH =) WHERE ("kind" = 'takeaways') DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "byline" ADD CONSTRAINT "byline_position_check" CHECK ("position" >= 0);
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_position_check" CHECK ("position" >= 0);
ALTER TABLE "section" ADD CONSTRAINT "section_position_check" CHECK ("position" >= 0);
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_position_check" CHECK ("position" >= 0);

-- A slug is lower-case words joined by hyphens, and never looks like an id or like a word that has a route of its own.
CREATE FUNCTION is_slug(slug text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100
         AND slug !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
         AND slug NOT IN ('search', 'external') $$;
ALTER TABLE "author" ADD CONSTRAINT "author_slug_check" CHECK (is_slug("slug"));
ALTER TABLE "topic" ADD CONSTRAINT "topic_slug_check" CHECK (is_slug("slug"));
ALTER TABLE "article" ADD CONSTRAINT "article_slug_check" CHECK (is_slug("slug"));

ALTER TABLE "author" ADD CONSTRAINT "author_merged_into_check" CHECK ("merged_into_id" <> "id");
ALTER TABLE "topic" ADD CONSTRAINT "topic_merged_into_check" CHECK ("merged_into_id" <> "id");
ALTER TABLE "article" ADD CONSTRAINT "article_stage_check" CHECK ("stage" IN ('draft', 'in_review', 'approved'));
ALTER TABLE "article" ADD CONSTRAINT "article_external_check" CHECK (("external_source" IS NULL) = ("external_id" IS NULL));
ALTER TABLE "byline" ADD CONSTRAINT "byline_role_check" CHECK ("role" IN ('author', 'contributor', 'editor', 'photographer', 'translator'));
ALTER TABLE "section" ADD CONSTRAINT "section_kind_check" CHECK ("kind" IN ('lede', 'body', 'takeaways', 'closing'));
ALTER TABLE "takeaway" ADD CONSTRAINT "takeaway_evidence_state_check" CHECK ("evidence_state" IN ('none', 'current', 'moved', 'broken'));
ALTER TABLE "correction" ADD CONSTRAINT "correction_kind_check" CHECK ("kind" IN ('correction', 'clarification', 'update', 'retraction'));
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_role_check" CHECK ("role" IN ('reader', 'writer', 'editor', 'admin'));
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_sha256_check" CHECK (length("sha256") = 32);
ALTER TABLE "revision" ADD CONSTRAINT "revision_number_check" CHECK ("number" >= 1);
ALTER TABLE "event_counter" ADD CONSTRAINT "event_counter_only_check" CHECK ("only");
INSERT INTO "event_counter" ("last_seq") VALUES (0);

-- The timeline. An empty span would overlap nothing and pass both exclusions.
ALTER TABLE "publication" ADD CONSTRAINT "publication_span_check" CHECK ("visible_until" > "visible_from");
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_check" CHECK ("first_published_at" <= "published_at" AND "published_at" <= "visible_from");
-- One public version of an article at a time, and one article under a slug at a time. Deferred, so that one transaction
-- may close a span and open the next at the same instant, or swap two slugs.
ALTER TABLE "publication" ADD CONSTRAINT "publication_article_excl" EXCLUDE USING gist ("article_id" WITH =, tstzrange("visible_from", "visible_until") WITH &&) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "publication" ADD CONSTRAINT "publication_slug_excl" EXCLUDE USING gist ("slug" WITH =, tstzrange("visible_from", "visible_until") WITH &&) DEFERRABLE INITIALLY DEFERRED;

-- A past bound never changes: what readers saw is history. A publication that has begun may only be given an end that is
-- not past; one that has not begun may be moved. Its words never change.
CREATE FUNCTION keep_publication_history() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE at timestamptz := moment();
BEGIN
  IF OLD.visible_from <= at AND (NEW.visible_from, NEW.published_at, NEW.first_published_at) IS DISTINCT FROM (OLD.visible_from, OLD.published_at, OLD.first_published_at) THEN
    RAISE EXCEPTION 'publication % has begun', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_begun';
  END IF;
  IF OLD.visible_until <= at AND NEW.visible_until IS DISTINCT FROM OLD.visible_until THEN
    RAISE EXCEPTION 'publication % has ended', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_ended';
  END IF;
  -- A change reads the clock once, at its beginning; 15 seconds are the longest that it may take.
  IF OLD.visible_from <= at AND NEW.visible_until < at - interval '15 seconds' AND NEW.visible_until IS DISTINCT FROM OLD.visible_until THEN
    RAISE EXCEPTION 'publication % cannot end in the past', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_ended';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_keep_history BEFORE UPDATE ON "publication" FOR EACH ROW EXECUTE FUNCTION keep_publication_history();

-- The rows that lists of sections, takeaways, authors and topics are read from carry their publication's span.
CREATE FUNCTION spread_publication_span() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE published_section SET visible_from = NEW.visible_from, visible_until = NEW.visible_until, published_at = NEW.published_at WHERE publication_id = NEW.id;
  UPDATE published_takeaway SET visible_from = NEW.visible_from, visible_until = NEW.visible_until, published_at = NEW.published_at WHERE publication_id = NEW.id;
  UPDATE published_byline SET visible_from = NEW.visible_from, visible_until = NEW.visible_until, published_at = NEW.published_at WHERE publication_id = NEW.id;
  UPDATE published_topic SET visible_from = NEW.visible_from, visible_until = NEW.visible_until, published_at = NEW.published_at WHERE publication_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_spread_span AFTER UPDATE OF visible_from, visible_until, published_at ON "publication" FOR EACH ROW EXECUTE FUNCTION spread_publication_span();

-- Append-only: a revision and an event are never changed. (A revision goes only with its whole article, when that is purged.)
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
CREATE TRIGGER revision_append_only BEFORE UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_immutable BEFORE UPDATE OF id, article_id, revision_number, slug, language, headline, word_count, document,
  sections_markdown, sections_html, sections_text, takeaways, search, note, created_by, created_at ON "publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Postgres' stemmer for a BCP 47 language tag; `simple` where it has none.
CREATE FUNCTION text_search_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch' WHEN 'en' THEN 'english' WHEN 'fi' THEN 'finnish'
    WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian'
    WHEN 'ga' THEN 'irish' WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian'
    WHEN 'nb' THEN 'norwegian' WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
    WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' ELSE 'simple' END)::regconfig $$;
