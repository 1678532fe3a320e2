-- Whoever listens on the channel `event` hears of every change when it commits: the cache tags that it drops, space between them,
-- nothing where it drops none. A payload may have 8,000 bytes (PostgreSQL manual, NOTIFY); `*` says that there are too many to name.
CREATE FUNCTION notify_of_events() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE dropped text;
BEGIN
  SELECT coalesce(string_agg(DISTINCT tag, ' '), '') INTO dropped
  FROM recorded, jsonb_array_elements_text(coalesce(recorded.data -> 'tags', '[]')) AS tag;
  PERFORM pg_notify('event', CASE WHEN length(dropped) < 7900 THEN dropped ELSE '*' END);
  RETURN NULL;
END $$;
CREATE TRIGGER event_notify AFTER INSERT ON "event" REFERENCING NEW TABLE AS recorded FOR EACH STATEMENT EXECUTE FUNCTION notify_of_events();
