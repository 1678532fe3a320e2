-- The words of a public takeaway beside its place, so that a filter on them need not unpack every publication.
ALTER TABLE "published_takeaway" ADD COLUMN "text" TEXT;
UPDATE "published_takeaway" SET "text" = publication.takeaways -> published_takeaway.position ->> 'text'
  FROM publication WHERE publication.id = published_takeaway.publication_id;
ALTER TABLE "published_takeaway" ALTER COLUMN "text" SET NOT NULL;

-- The orders that lists have and that no index gave yet.
CREATE INDEX "publication_word_count_idx" ON "publication"("word_count" DESC, "article_id" DESC);
CREATE INDEX "published_section_updated_idx" ON "published_section"("visible_from" DESC, "article_id" DESC, "position");
CREATE INDEX "published_takeaway_updated_idx" ON "published_takeaway"("visible_from" DESC, "article_id" DESC, "position");

-- What was under way when a list was read (src/publications/late.ts); only changes of what is public pay for it.
CREATE INDEX "event_moving_idx" ON "event"("at", "seq") WHERE (type = ANY (ARRAY['article.published'::text, 'article.unpublished'::text, 'article.withdrawn'::text, 'article.trashed'::text]));
