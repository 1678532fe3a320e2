-- The index of each order holds what lists in that order are filtered by: what does not fit is passed over in the index,
-- without a look at the table, however much of it there is. All are built before the old ones go, so that readers wait for
-- no more than the change of names; what is published meanwhile waits until all is done, seconds for 100,000 articles.
CREATE INDEX "publication_published_wide_idx" ON "publication"("published_at" DESC, "article_id" DESC, "visible_from", "language");
CREATE INDEX "publication_first_published_wide_idx" ON "publication"("first_published_at" DESC, "article_id" DESC, "published_at", "visible_from", "language");
CREATE INDEX "publication_updated_wide_idx" ON "publication"("visible_from" DESC, "article_id" DESC, "published_at", "language");
CREATE INDEX "publication_headline_wide_idx" ON "publication"("headline", "article_id", "published_at", "visible_from", "language");
CREATE INDEX "publication_word_count_wide_idx" ON "publication"("word_count" DESC, "article_id" DESC, "published_at", "visible_from", "language");

DROP INDEX "publication_published_idx";
ALTER INDEX "publication_published_wide_idx" RENAME TO "publication_published_idx";
DROP INDEX "publication_first_published_idx";
ALTER INDEX "publication_first_published_wide_idx" RENAME TO "publication_first_published_idx";
DROP INDEX "publication_updated_idx";
ALTER INDEX "publication_updated_wide_idx" RENAME TO "publication_updated_idx";
DROP INDEX "publication_headline_idx";
ALTER INDEX "publication_headline_wide_idx" RENAME TO "publication_headline_idx";
DROP INDEX "publication_word_count_idx";
ALTER INDEX "publication_word_count_wide_idx" RENAME TO "publication_word_count_idx";
