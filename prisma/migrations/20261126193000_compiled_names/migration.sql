-- Authors and topics as JSON, put together when they change and not in each article that names them: for a list that was half
-- of the work. Immutable is what a stored column demands of its expression, and they are: json_build_object and to_char are
-- stable only for what the session's settings change, and in none of these. They call no function of ours: pg_restore, with
-- an empty search_path, would not find it.
CREATE FUNCTION author_document(id uuid, slug text, name text, job_title text, bio text, location text, organisation text,
  website text, links jsonb, updated_at timestamptz) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT json_build_object('id', id, 'slug', slug, 'name', name, 'jobTitle', job_title, 'bio', bio,
  'location', location, 'organisation', organisation, 'website', website, 'links', links, 'updatedAt', to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) $$;

CREATE FUNCTION topic_document(id uuid, slug text, name text, description text, updated_at timestamptz) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT json_build_object('id', id, 'slug', slug, 'name', name, 'description', description,
  'updatedAt', to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) $$;

-- What says no more of either than who it is.
CREATE FUNCTION named_reference(id uuid, slug text, name text) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT json_build_object('id', id, 'slug', slug, 'name', name) $$;

-- AlterTable
ALTER TABLE "author"
  ADD COLUMN "document" JSON GENERATED ALWAYS AS (author_document(id, slug, name, job_title, bio, location, organisation,
    website, links, updated_at)) STORED,
  ADD COLUMN "reference" JSON GENERATED ALWAYS AS (named_reference(id, slug, name)) STORED;

-- AlterTable
ALTER TABLE "topic"
  ADD COLUMN "document" JSON GENERATED ALWAYS AS (topic_document(id, slug, name, description, updated_at)) STORED,
  ADD COLUMN "reference" JSON GENERATED ALWAYS AS (named_reference(id, slug, name)) STORED;
