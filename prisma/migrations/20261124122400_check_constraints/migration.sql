-- Checks what is deferred to COMMIT now, so that the statement that records a change's events can do it before it takes the
-- lock of the event counter: SET CONSTRAINTS is a statement of its own everywhere but in a function.
CREATE FUNCTION check_constraints() RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  SET CONSTRAINTS ALL IMMEDIATE;
  RETURN true;
END $$;
