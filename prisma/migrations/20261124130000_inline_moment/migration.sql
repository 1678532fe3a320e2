-- Volatile, as clock_timestamp() is, so that Postgres writes the expression in the place of the call: a call of a stable SQL
-- function that it cannot inline costs more than reading an article. Statements ask for it once, in a `(SELECT moment())`.
CREATE OR REPLACE FUNCTION moment() RETURNS timestamptz(3)
LANGUAGE sql VOLATILE PARALLEL SAFE
AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;
