-- CreateTable
CREATE TABLE "access_acceptance" (
    "terms_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_acceptance_pkey" PRIMARY KEY ("terms_id","person_id")
);

-- CreateTable
CREATE TABLE "access_assignment" (
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "away_from" TIMESTAMPTZ(3),
    "away_until" TIMESTAMPTZ(3),
    "deputy_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_attachment" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "field_key" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "redacted_at" TIMESTAMPTZ(3),
    "redacted_by_id" UUID,

    CONSTRAINT "access_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_bar" (
    "id" UUID NOT NULL,
    "act_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "access_bar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_close_out" (
    "request_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "publications" TEXT NOT NULL DEFAULT '',
    "copies" TEXT NOT NULL DEFAULT '',
    "certificate_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_close_out_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "access_condition" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_edit" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_grant" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_kind" TEXT,
    "end_reason" TEXT,
    "ended_by_id" UUID,
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_invitation" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "round_id" UUID,
    "email" CITEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_item" (
    "request_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "ground" TEXT,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "use_fit" TEXT,
    "use_resolved" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_item_pkey" PRIMARY KEY ("request_id","dataset_id")
);

-- CreateTable
CREATE TABLE "access_member" (
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_member_pkey" PRIMARY KEY ("request_id","person_id")
);

-- CreateTable
CREATE TABLE "access_remark" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_reminder" (
    "grant_id" UUID NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_reminder_pkey" PRIMARY KEY ("grant_id","ends_at","days")
);

-- CreateTable
CREATE TABLE "access_renewal" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "wanted_until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_renewal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_request" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "form_version_id" UUID,
    "answers" JSONB NOT NULL,
    "purposes" TEXT[],
    "ethics_approval_id" UUID,
    "opted_out" BOOLEAN NOT NULL DEFAULT false,
    "wanted_until" TIMESTAMPTZ(3),
    "external_id" TEXT,
    "turn" TEXT NOT NULL,
    "turn_since" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "copied_from_id" UUID,
    "handed_over_from_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_request_terms" (
    "request_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,

    CONSTRAINT "access_request_terms_pkey" PRIMARY KEY ("request_id","subject")
);

-- CreateTable
CREATE TABLE "access_round" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "dataset_ids" UUID[],
    "rule" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "on_deadline" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_task" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "round_id" UUID,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "text" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_terms" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_sv" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "body_sv" TEXT NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "binds_from" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,

    CONSTRAINT "access_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_turn" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "turn" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "access_turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_workflow" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "quorum" INTEGER NOT NULL,
    "decision_days" INTEGER NOT NULL,
    "review_days" INTEGER NOT NULL,
    "on_deadline" TEXT NOT NULL,
    "bars_own_institute" BOOLEAN NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_workflow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_workflow_dataset" (
    "dataset_id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,

    CONSTRAINT "access_workflow_dataset_pkey" PRIMARY KEY ("dataset_id")
);

-- CreateIndex
CREATE INDEX "access_acceptance_person_id_idx" ON "access_acceptance"("person_id");

-- CreateIndex
CREATE INDEX "access_assignment_person_id_idx" ON "access_assignment"("person_id");

-- CreateIndex
CREATE INDEX "access_assignment_workflow_id_role_idx" ON "access_assignment"("workflow_id", "role");

-- CreateIndex
CREATE INDEX "access_attachment_request_id_id_idx" ON "access_attachment"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_bar_grant_id_idx" ON "access_bar"("grant_id");

-- CreateIndex
CREATE INDEX "access_condition_request_id_id_idx" ON "access_condition"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_edit_request_id_id_idx" ON "access_edit"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_grant_dataset_id_ends_at_idx" ON "access_grant"("dataset_id", "ends_at");

-- CreateIndex
CREATE INDEX "access_grant_ends_at_idx" ON "access_grant"("ends_at");

-- CreateIndex
CREATE INDEX "access_grant_request_id_idx" ON "access_grant"("request_id");

-- CreateIndex
CREATE INDEX "access_invitation_request_id_id_idx" ON "access_invitation"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_item_dataset_id_idx" ON "access_item"("dataset_id");

-- CreateIndex
CREATE INDEX "access_item_workflow_id_idx" ON "access_item"("workflow_id");

-- CreateIndex
CREATE INDEX "access_member_person_id_idx" ON "access_member"("person_id");

-- CreateIndex
CREATE INDEX "access_remark_request_id_id_idx" ON "access_remark"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_renewal_request_id_id_idx" ON "access_renewal"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_request_project_id_id_idx" ON "access_request"("project_id", "id");

-- CreateIndex
CREATE INDEX "access_request_state_id_idx" ON "access_request"("state", "id");

-- CreateIndex
CREATE INDEX "access_request_turn_turn_since_id_idx" ON "access_request"("turn", "turn_since", "id");

-- CreateIndex
CREATE INDEX "access_round_request_id_id_idx" ON "access_round"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_task_person_id_state_idx" ON "access_task"("person_id", "state");

-- CreateIndex
CREATE INDEX "access_task_request_id_id_idx" ON "access_task"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_turn_request_id_id_idx" ON "access_turn"("request_id", "id");

-- CreateIndex
CREATE INDEX "access_turn_turn_until_idx" ON "access_turn"("turn", "until");

-- CreateIndex
CREATE INDEX "access_workflow_dataset_workflow_id_idx" ON "access_workflow_dataset"("workflow_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_request_reference_key" ON "access_request"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "access_terms_subject_version_key" ON "access_terms"("subject", "version");

-- CreateIndex
CREATE UNIQUE INDEX "access_workflow_name_key" ON "access_workflow"("name");

-- AddForeignKey
ALTER TABLE "access_acceptance" ADD CONSTRAINT "access_acceptance_terms_id_fkey" FOREIGN KEY ("terms_id") REFERENCES "access_terms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_assignment" ADD CONSTRAINT "access_assignment_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "access_workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_attachment" ADD CONSTRAINT "access_attachment_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_bar" ADD CONSTRAINT "access_bar_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "access_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_close_out" ADD CONSTRAINT "access_close_out_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_condition" ADD CONSTRAINT "access_condition_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_edit" ADD CONSTRAINT "access_edit_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grant" ADD CONSTRAINT "access_grant_request_id_dataset_id_fkey" FOREIGN KEY ("request_id", "dataset_id") REFERENCES "access_item"("request_id", "dataset_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_invitation" ADD CONSTRAINT "access_invitation_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_item" ADD CONSTRAINT "access_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_item" ADD CONSTRAINT "access_item_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "access_workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_member" ADD CONSTRAINT "access_member_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_remark" ADD CONSTRAINT "access_remark_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_reminder" ADD CONSTRAINT "access_reminder_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "access_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_renewal" ADD CONSTRAINT "access_renewal_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request_terms" ADD CONSTRAINT "access_request_terms_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_round" ADD CONSTRAINT "access_round_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_round" ADD CONSTRAINT "access_round_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "access_workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_task" ADD CONSTRAINT "access_task_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_task" ADD CONSTRAINT "access_task_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "access_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_turn" ADD CONSTRAINT "access_turn_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_workflow_dataset" ADD CONSTRAINT "access_workflow_dataset_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "access_workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What cannot be, whoever writes.
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_decided_by CHECK (decided_by IN ('handler', 'deciders'));
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_rule CHECK (rule IN ('one', 'majority', 'all'));
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_deadline CHECK (on_deadline IN ('remind', 'hand-back'));
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_counts CHECK (quorum >= 1 AND decision_days BETWEEN 1 AND 365 AND review_days BETWEEN 1 AND 365);
CREATE UNIQUE INDEX access_workflow_one_default ON access_workflow (is_default) WHERE is_default;
ALTER TABLE access_workflow_dataset ADD CONSTRAINT access_workflow_dataset_dataset_fkey FOREIGN KEY (dataset_id) REFERENCES dataset (id) ON DELETE CASCADE;
ALTER TABLE access_assignment ADD CONSTRAINT access_assignment_role CHECK (role IN ('handler', 'reviewer', 'decider'));
ALTER TABLE access_assignment ADD CONSTRAINT access_assignment_person_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE access_assignment ADD CONSTRAINT access_assignment_deputy CHECK (deputy_id IS NULL OR deputy_id <> person_id);
ALTER TABLE access_assignment ADD CONSTRAINT access_assignment_away CHECK (away_until IS NULL OR away_from IS NOT NULL AND away_from < away_until);
CREATE UNIQUE INDEX access_assignment_once ON access_assignment (workflow_id, person_id, role) WHERE ended_at IS NULL;

CREATE SEQUENCE access_request_number;
ALTER TABLE access_request ADD CONSTRAINT access_request_reference CHECK (reference ~ '^\d{4}-\d{4,}$');
ALTER TABLE access_request ADD CONSTRAINT access_request_state CHECK (state IN
  ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'closed', 'revoked'));
ALTER TABLE access_request ADD CONSTRAINT access_request_turn CHECK (turn IN ('applicant', 'handler', 'reviewers', 'deciders', 'nobody'));
ALTER TABLE access_request ADD CONSTRAINT access_request_submitted CHECK (state = 'draft' OR submitted_at IS NOT NULL);
ALTER TABLE access_request ADD CONSTRAINT access_request_reason CHECK (reason IS NOT NULL OR state NOT IN ('returned', 'rejected', 'revoked'));
ALTER TABLE access_request ADD CONSTRAINT access_request_answers CHECK (jsonb_typeof(answers) = 'object');
ALTER TABLE access_request ADD CONSTRAINT access_request_project_fkey FOREIGN KEY (project_id) REFERENCES project (id);
ALTER TABLE access_request ADD CONSTRAINT access_request_applicant_fkey FOREIGN KEY (applicant_id) REFERENCES person (id);
ALTER TABLE access_item ADD CONSTRAINT access_item_state CHECK (state IN ('requested', 'approved', 'rejected', 'removed'));
ALTER TABLE access_item ADD CONSTRAINT access_item_decided CHECK ((state = 'requested') = (decided_at IS NULL));
ALTER TABLE access_item ADD CONSTRAINT access_item_rejected CHECK (state <> 'rejected' OR num_nulls(ground, reason) = 0);
ALTER TABLE access_item ADD CONSTRAINT access_item_ground CHECK (ground IN
  ('no-signatory', 'no-scientist', 'scientist-elsewhere', 'institution-not-active', 'unlawful', 'ethics', 'use', 'other'));
ALTER TABLE access_item ADD CONSTRAINT access_item_use CHECK (use_fit IN ('fits', 'conflicts', 'needs-a-person'));
ALTER TABLE access_item ADD CONSTRAINT access_item_dataset_fkey FOREIGN KEY (dataset_id) REFERENCES dataset (id);
ALTER TABLE access_member ADD CONSTRAINT access_member_person_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE access_invitation ADD CONSTRAINT access_invitation_kind CHECK (kind IN ('member', 'reviewer', 'decider'));
ALTER TABLE access_invitation ADD CONSTRAINT access_invitation_round CHECK ((kind = 'decider') = (round_id IS NOT NULL));
ALTER TABLE access_invitation ADD CONSTRAINT access_invitation_ends_once CHECK (
  (accepted_at IS NULL) = (accepted_by_id IS NULL) AND num_nonnulls(accepted_at, revoked_at) <= 1);
ALTER TABLE access_attachment ADD CONSTRAINT access_attachment_file_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id);
ALTER TABLE access_attachment ADD CONSTRAINT access_attachment_redacted CHECK ((redacted_at IS NULL) = (redacted_by_id IS NULL));
ALTER TABLE access_round ADD CONSTRAINT access_round_rule CHECK (rule IN ('one', 'majority', 'all') AND quorum >= 1);
ALTER TABLE access_round ADD CONSTRAINT access_round_deadline CHECK (on_deadline IN ('remind', 'hand-back'));
ALTER TABLE access_round ADD CONSTRAINT access_round_outcome CHECK (outcome IN ('approve', 'reject', 'undecided'));
ALTER TABLE access_round ADD CONSTRAINT access_round_closed CHECK ((outcome IS NULL) = (closed_at IS NULL));
CREATE UNIQUE INDEX access_round_one_open ON access_round (request_id, workflow_id) WHERE closed_at IS NULL;
ALTER TABLE access_task ADD CONSTRAINT access_task_kind CHECK (kind IN ('review', 'decision'));
ALTER TABLE access_task ADD CONSTRAINT access_task_round CHECK ((kind = 'decision') = (round_id IS NOT NULL));
ALTER TABLE access_task ADD CONSTRAINT access_task_state CHECK (state IN ('open', 'answered', 'withdrawn', 'replaced'));
ALTER TABLE access_task ADD CONSTRAINT access_task_answer CHECK (answer IN ('approve', 'reject', 'abstain'));
ALTER TABLE access_task ADD CONSTRAINT access_task_answered CHECK ((state = 'answered') = (answer IS NOT NULL) AND (answer IS NULL) = (answered_at IS NULL));
ALTER TABLE access_task ADD CONSTRAINT access_task_person_fkey FOREIGN KEY (person_id) REFERENCES person (id);
-- Nobody answers a round twice, nor is asked to review twice at a time.
CREATE UNIQUE INDEX access_task_once_a_round ON access_task (round_id, person_id) WHERE round_id IS NOT NULL;
CREATE UNIQUE INDEX access_task_one_review ON access_task (request_id, person_id) WHERE kind = 'review' AND state = 'open';
ALTER TABLE access_grant ADD CONSTRAINT access_grant_period CHECK (starts_at < ends_at);
ALTER TABLE access_grant ADD CONSTRAINT access_grant_ended CHECK ((ended_at IS NULL) = (end_kind IS NULL) AND end_kind IN ('revoked', 'closed', 'handed-over', 'removed'));
-- Of one dataset a request has one grant at a time.
CREATE UNIQUE INDEX access_grant_one ON access_grant (request_id, dataset_id) WHERE ended_at IS NULL;
ALTER TABLE access_bar ADD CONSTRAINT access_bar_kind CHECK (kind IN ('suspended', 'revoked'));
ALTER TABLE access_bar ADD CONSTRAINT access_bar_lifted CHECK ((lifted_at IS NULL) = (lifted_by_id IS NULL));
ALTER TABLE access_reminder ADD CONSTRAINT access_reminder_days CHECK (days IN (90, 30, 7, 0));
ALTER TABLE access_terms ADD CONSTRAINT access_terms_binds CHECK (binds_from >= published_at AND version >= 1);
ALTER TABLE access_acceptance ADD CONSTRAINT access_acceptance_person_fkey FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE access_turn ADD CONSTRAINT access_turn_turn CHECK (turn IN ('applicant', 'handler', 'reviewers', 'deciders', 'nobody'));
CREATE UNIQUE INDEX access_turn_one_running ON access_turn (request_id) WHERE until IS NULL;
ALTER TABLE access_renewal ADD CONSTRAINT access_renewal_state CHECK (state IN ('open', 'granted', 'declined'));
ALTER TABLE access_renewal ADD CONSTRAINT access_renewal_answered CHECK ((state = 'open') = (answered_at IS NULL));
CREATE UNIQUE INDEX access_renewal_one_open ON access_renewal (request_id) WHERE state = 'open';
ALTER TABLE access_close_out ADD CONSTRAINT access_close_out_outcome CHECK (outcome IN ('completed', 'moved', 'transferred', 'superseded'));

-- Published terms have been accepted by people: they never change.
CREATE FUNCTION forbid_changing_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of published terms of access is forbidden: people have accepted them', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER access_terms_published BEFORE UPDATE OR DELETE ON access_terms FOR EACH ROW EXECUTE FUNCTION forbid_changing_terms();

-- The states as a table: there is no other way from one to another, whoever writes.
CREATE FUNCTION demand_access_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state || ' ' || NEW.state NOT IN (
    'draft submitted',
    'submitted returned', 'submitted approved', 'submitted rejected', 'submitted withdrawn', 'submitted closed',
    'returned submitted', 'returned approved', 'returned rejected', 'returned withdrawn', 'returned closed',
    'approved submitted', 'approved closed', 'approved revoked',
    'rejected submitted', 'withdrawn draft', 'closed submitted', 'revoked submitted'
  ) THEN
    RAISE EXCEPTION 'a request cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'access_request_move';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_request_moves BEFORE UPDATE ON access_request FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION demand_access_move();

-- A grant is given for what was approved, and for nothing else.
CREATE FUNCTION demand_approved_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM access_item i JOIN access_request r ON r.id = i.request_id
    WHERE i.request_id = NEW.request_id AND i.dataset_id = NEW.dataset_id AND i.state = 'approved'
      AND r.state IN ('submitted', 'returned', 'approved')) THEN
    RAISE EXCEPTION 'dataset % of request % was not approved', NEW.dataset_id, NEW.request_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_grant_approved';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER access_grant_approved AFTER INSERT ON access_grant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION demand_approved_item();

-- What holds for a dataset of no group: its handlers decide, advised by others.
INSERT INTO access_workflow (id, name, decided_by, rule, quorum, decision_days, review_days, on_deadline, bars_own_institute, is_default, created_at)
VALUES ('01900000-0000-7000-8000-00000000a001', 'Standard', 'handler', 'majority', 2, 14, 14, 'hand-back', false, true, now());
