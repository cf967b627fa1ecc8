-- Grants run while other datasets of their request wait: what is done with them is done then, too, and a request whose last dataset is
-- judged after all of its grants were taken away is revoked.
CREATE OR REPLACE FUNCTION demand_access_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state || ' ' || NEW.state NOT IN (
    'draft submitted',
    'submitted returned', 'submitted approved', 'submitted rejected', 'submitted withdrawn', 'submitted closed', 'submitted revoked',
    'returned submitted', 'returned approved', 'returned rejected', 'returned withdrawn', 'returned closed', 'returned revoked',
    'approved submitted', 'approved closed', 'approved revoked',
    'rejected submitted', 'withdrawn draft', 'closed submitted', 'revoked submitted'
  ) THEN
    RAISE EXCEPTION 'a request cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_move';
  END IF;
  RETURN NEW;
END $$;

-- The same places as in lib/access/rules/switched-off. What was off once the rest was judged is off before that, too.
ALTER TABLE access_workflow DROP CONSTRAINT access_workflow_switchable;
UPDATE access_workflow SET disabled_verbs = disabled_verbs || ARRAY['applicant/submitted/ask-renewal', 'applicant/returned/ask-renewal']
  WHERE 'applicant/approved/ask-renewal' = ANY (disabled_verbs);
UPDATE access_workflow SET disabled_verbs = disabled_verbs || ARRAY['handler/submitted/extend', 'handler/returned/extend']
  WHERE 'handler/approved/extend' = ANY (disabled_verbs);
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_switchable CHECK (disabled_verbs <@ ARRAY[
  'applicant/submitted/remark',
  'applicant/returned/remark',
  'applicant/approved/remark',
  'applicant/rejected/remark',
  'applicant/revoked/remark',
  'applicant/draft/invite-member',
  'applicant/submitted/invite-member',
  'applicant/returned/invite-member',
  'applicant/approved/invite-member',
  'applicant/draft/change-applicant',
  'applicant/submitted/change-applicant',
  'applicant/returned/change-applicant',
  'applicant/approved/change-applicant',
  'applicant/draft/copy-as-new',
  'applicant/submitted/copy-as-new',
  'applicant/returned/copy-as-new',
  'applicant/approved/copy-as-new',
  'applicant/rejected/copy-as-new',
  'applicant/withdrawn/copy-as-new',
  'applicant/closed/copy-as-new',
  'applicant/revoked/copy-as-new',
  'applicant/submitted/ask-renewal',
  'applicant/returned/ask-renewal',
  'applicant/approved/ask-renewal',
  'applicant/approved/hand-over',
  'handler/submitted/remark',
  'handler/returned/remark',
  'handler/approved/remark',
  'handler/rejected/remark',
  'handler/closed/remark',
  'handler/revoked/remark',
  'handler/submitted/request-review',
  'handler/submitted/invite-reviewer',
  'handler/submitted/request-decision',
  'handler/submitted/invite-decider',
  'handler/submitted/change-datasets',
  'handler/approved/change-datasets',
  'handler/submitted/add-terms',
  'handler/returned/add-terms',
  'handler/approved/add-terms',
  'handler/submitted/resolve-use',
  'handler/returned/resolve-use',
  'handler/approved/resolve-use',
  'handler/submitted/extend',
  'handler/returned/extend',
  'handler/approved/extend',
  'handler/rejected/reopen',
  'handler/closed/reopen',
  'handler/revoked/reopen',
  'handler/submitted/assign-external-id',
  'handler/returned/assign-external-id',
  'handler/approved/assign-external-id',
  'handler/rejected/assign-external-id',
  'handler/closed/assign-external-id',
  'handler/revoked/assign-external-id',
  'handler/submitted/change-processing-state',
  'handler/approved/change-processing-state',
  'reviewer/submitted/remark',
  'decider/submitted/remark'
]);

-- A request that was submitted has a dataset that waits: otherwise nobody could bring it to its end.
CREATE FUNCTION demand_waiting_item(request uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access_request WHERE id = request AND state = 'submitted')
    AND NOT EXISTS (SELECT 1 FROM access_item WHERE request_id = request AND state = 'requested') THEN
    RAISE EXCEPTION 'nothing of request % waits', request USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_waits';
  END IF;
END $$;
CREATE FUNCTION demand_waiting_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM demand_waiting_item(NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION demand_waiting_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM demand_waiting_item(OLD.request_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER access_request_waits AFTER UPDATE OF state ON access_request DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND NEW.state = 'submitted') EXECUTE FUNCTION demand_waiting_of_request();
CREATE CONSTRAINT TRIGGER access_item_waits AFTER UPDATE OF state ON access_item DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'requested' AND NEW.state <> 'requested') EXECUTE FUNCTION demand_waiting_of_item();
CREATE CONSTRAINT TRIGGER access_item_waits_gone AFTER DELETE ON access_item DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state = 'requested') EXECUTE FUNCTION demand_waiting_of_item();
