-- A cancelled week counts for its minute, and until then an undo asks for nothing. But who asked for the undo within that minute may have
-- waited for the project's lock until after another act, which already saw the minute over and spent what it freed. Where that happened,
-- the undo must fit into the budget like a new booking. A budget that shrank takes no undo away: nobody spent anything since.
CREATE FUNCTION demand_budget_of_undo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  budget integer;
BEGIN
  SELECT gpu_budget INTO budget FROM project WHERE id = NEW.project_id FOR NO KEY UPDATE;
  IF gpu_weeks_used(NEW.project_id, OLD.counts_until) > budget AND (
    EXISTS (SELECT FROM booked_week WHERE project_id = NEW.project_id AND state = 'booked' AND greatest(created_at, state_at) >= OLD.counts_until)
    OR EXISTS (SELECT FROM hold WHERE project_id = NEW.project_id AND state = 'open' AND made_at >= OLD.counts_until))
  THEN
    RAISE EXCEPTION 'project % would exceed its budget of % GPU weeks', NEW.project_id, budget
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_within_budget';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER booked_week_undone_within_budget AFTER UPDATE ON booked_week DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> 'booked' AND NEW.state = 'booked') EXECUTE FUNCTION demand_budget_of_undo();
