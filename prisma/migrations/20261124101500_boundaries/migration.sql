-- CreateTable
CREATE TABLE "boundary" (
    "article_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "boundary_pkey" PRIMARY KEY ("article_id","at")
);

-- CreateIndex
CREATE INDEX "boundary_at_idx" ON "boundary"("at");

-- AddForeignKey
ALTER TABLE "boundary" ADD CONSTRAINT "boundary_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Written by hand: every bound of a publication that is still to come is noted, whoever writes it. Whoever finds one that
-- has passed deletes it and records what the timeline says of that moment (src/publications/boundaries.ts): a bound that was
-- moved or cancelled in the meantime says nothing.
CREATE FUNCTION note_boundaries() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO boundary (article_id, at)
  SELECT NEW.article_id, bound FROM unnest(ARRAY[NEW.visible_from, NEW.visible_until]) AS bound WHERE bound > moment()
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_note_boundaries AFTER INSERT OR UPDATE OF visible_from, visible_until ON "publication" FOR EACH ROW EXECUTE FUNCTION note_boundaries();

INSERT INTO boundary (article_id, at)
SELECT article_id, visible_from FROM publication WHERE visible_from > moment()
UNION SELECT article_id, visible_until FROM publication WHERE visible_until > moment();
