-- What most readers ask for is not packed any more, for to unpack it takes longer than to read it (PostgreSQL manual, 66.2).
-- Holds for what is published from now on; what is there stays as it is, and is read as before.
ALTER TABLE "publication" ALTER COLUMN "sections_markdown" SET STORAGE EXTERNAL;
