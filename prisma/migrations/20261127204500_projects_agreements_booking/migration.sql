-- CreateTable
CREATE TABLE "agreement_text" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_sv" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "body_sv" TEXT NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "binds_from" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "text_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("text_id","person_id","subject")
);

-- CreateTable
CREATE TABLE "signed_document" (
    "id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "institution_name" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "countersigned_by_id" UUID,
    "countersigned_at" TIMESTAMPTZ(3),
    "countersigned_file_id" UUID,
    "reason" TEXT,
    "terminated_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "signed_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "machine" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "personal_data" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "machine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_layout" (
    "id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "from_week" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "layout_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "gpus" INTEGER NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_week" (
    "slot_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "machine_id" UUID NOT NULL,
    "gpus" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "booked_week_id" UUID,
    "hold_id" UUID,
    "closure_id" UUID,

    CONSTRAINT "slot_week_pkey" PRIMARY KEY ("slot_id","week")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "booked_by_id" UUID NOT NULL,
    "on_behalf_of" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "over_budget" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booked_week" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "gpus" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "end_reason" TEXT,
    "counts_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "ready_by_id" UUID,
    "address" TEXT,

    CONSTRAINT "booked_week_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_place" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "gpus" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "project_id" UUID,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pi_id" UUID NOT NULL,
    "institution" TEXT,
    "institution_name" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "hidden_on_sheet" BOOLEAN NOT NULL DEFAULT false,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "gpu_budget" INTEGER NOT NULL,
    "quota_bytes" BIGINT NOT NULL DEFAULT 0,
    "members_confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_partner" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ror" TEXT,

    CONSTRAINT "project_partner_pkey" PRIMARY KEY ("project_id","name")
);

-- CreateTable
CREATE TABLE "project_application" (
    "id" UUID NOT NULL,
    "applicant_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "institution" TEXT,
    "institution_name" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL,
    "needs" TEXT NOT NULL DEFAULT '',
    "partners" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "project_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateTable
CREATE TABLE "project_invitation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "parent_id" UUID,
    "grantor_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "authorities" TEXT[],
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pi_transfer" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "institution" TEXT,
    "institution_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pi_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_change" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "gpu_weeks" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "budget_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_text_kind_version_key" ON "agreement_text"("kind", "version");

-- CreateIndex
CREATE INDEX "acceptance_person_id_idx" ON "acceptance"("person_id");

-- CreateIndex
CREATE INDEX "signed_document_project_id_kind_state_idx" ON "signed_document"("project_id", "kind", "state");

-- CreateIndex
CREATE INDEX "signed_document_state_id_idx" ON "signed_document"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "machine_slug_key" ON "machine"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "slot_layout_machine_id_from_week_key" ON "slot_layout"("machine_id", "from_week");

-- CreateIndex
CREATE UNIQUE INDEX "slot_layout_id_ordinal_key" ON "slot"("layout_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "slot_layout_id_name_key" ON "slot"("layout_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "slot_week_booked_week_id_key" ON "slot_week"("booked_week_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_week_hold_id_key" ON "slot_week"("hold_id");

-- CreateIndex
CREATE INDEX "slot_week_machine_id_week_idx" ON "slot_week"("machine_id", "week");

-- CreateIndex
CREATE INDEX "booking_project_id_id_idx" ON "booking"("project_id", "id");

-- CreateIndex
CREATE INDEX "booking_booked_by_id_id_idx" ON "booking"("booked_by_id", "id");

-- CreateIndex
CREATE INDEX "booked_week_project_id_counts_until_idx" ON "booked_week"("project_id", "counts_until");

-- CreateIndex
CREATE INDEX "booked_week_machine_id_week_idx" ON "booked_week"("machine_id", "week");

-- CreateIndex
CREATE INDEX "booked_week_slot_id_week_idx" ON "booked_week"("slot_id", "week");

-- CreateIndex
CREATE INDEX "booked_week_booking_id_idx" ON "booked_week"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "booked_week_id_slot_id_week_key" ON "booked_week"("id", "slot_id", "week");

-- CreateIndex
CREATE INDEX "waiting_place_slot_id_week_state_id_idx" ON "waiting_place"("slot_id", "week", "state", "id");

-- CreateIndex
CREATE INDEX "waiting_place_project_id_state_id_idx" ON "waiting_place"("project_id", "state", "id");

-- CreateIndex
CREATE INDEX "hold_project_id_state_idx" ON "hold"("project_id", "state");

-- CreateIndex
CREATE INDEX "hold_state_ends_at_idx" ON "hold"("state", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "hold_id_slot_id_week_key" ON "hold"("id", "slot_id", "week");

-- CreateIndex
CREATE INDEX "closure_machine_id_id_idx" ON "closure"("machine_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_secret_hash_key" ON "calendar_feed"("secret_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE INDEX "project_state_name_idx" ON "project"("state", "name");

-- CreateIndex
CREATE INDEX "project_pi_id_idx" ON "project"("pi_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_application_project_id_key" ON "project_application"("project_id");

-- CreateIndex
CREATE INDEX "project_application_state_id_idx" ON "project_application"("state", "id");

-- CreateIndex
CREATE INDEX "project_application_applicant_id_id_idx" ON "project_application"("applicant_id", "id");

-- CreateIndex
CREATE INDEX "project_member_person_id_idx" ON "project_member"("person_id");

-- CreateIndex
CREATE INDEX "project_invitation_project_id_id_idx" ON "project_invitation"("project_id", "id");

-- CreateIndex
CREATE INDEX "delegation_project_id_id_idx" ON "delegation"("project_id", "id");

-- CreateIndex
CREATE INDEX "delegation_holder_id_id_idx" ON "delegation"("holder_id", "id");

-- CreateIndex
CREATE INDEX "pi_transfer_state_id_idx" ON "pi_transfer"("state", "id");

-- CreateIndex
CREATE INDEX "pi_transfer_project_id_id_idx" ON "pi_transfer"("project_id", "id");

-- CreateIndex
CREATE INDEX "budget_change_project_id_id_idx" ON "budget_change"("project_id", "id");

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "agreement_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_document" ADD CONSTRAINT "signed_document_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "agreement_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_layout" ADD CONSTRAINT "slot_layout_machine_id_fkey" FOREIGN KEY ("machine_id") REFERENCES "machine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_machine_id_fkey" FOREIGN KEY ("machine_id") REFERENCES "machine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_layout_id_fkey" FOREIGN KEY ("layout_id") REFERENCES "slot_layout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_week" ADD CONSTRAINT "slot_week_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booked_week" ADD CONSTRAINT "booked_week_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "waiting_place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_partner" ADD CONSTRAINT "project_partner_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_invitation" ADD CONSTRAINT "project_invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pi_transfer" ADD CONSTRAINT "pi_transfer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_change" ADD CONSTRAINT "budget_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Projects
ALTER TABLE project ADD CONSTRAINT project_type CHECK (type IN ('project', 'fellowship', 'network-partner', 'clinical-evaluation', 'data-access'));
ALTER TABLE project ADD CONSTRAINT project_state CHECK (state IN ('active', 'ended'));
ALTER TABLE project ADD CONSTRAINT project_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE project ADD CONSTRAINT project_budget CHECK (gpu_budget >= 0 AND quota_bytes >= 0);
ALTER TABLE project ADD CONSTRAINT project_period CHECK (starts_at < ends_at);
ALTER TABLE project_application ADD CONSTRAINT project_application_type CHECK (type IN ('project', 'fellowship', 'network-partner', 'clinical-evaluation'));
ALTER TABLE project_application ADD CONSTRAINT project_application_state CHECK (state IN ('submitted', 'approved', 'declined', 'withdrawn'));
ALTER TABLE project_application ADD CONSTRAINT project_application_period CHECK (starts_at < ends_at);
ALTER TABLE delegation ADD CONSTRAINT delegation_period CHECK (starts_at < ends_at);
ALTER TABLE delegation ADD CONSTRAINT delegation_persons CHECK (grantor_id <> holder_id AND root_id <> holder_id);
ALTER TABLE delegation ADD CONSTRAINT delegation_authorities CHECK (cardinality(authorities) > 0 AND authorities <@ ARRAY[
  'book-compute', 'manage-members', 'request-data', 'manage-ethics', 'manage-storage', 'delegate']);
ALTER TABLE delegation ADD CONSTRAINT delegation_parent_fkey FOREIGN KEY (parent_id) REFERENCES delegation (id);
ALTER TABLE pi_transfer ADD CONSTRAINT pi_transfer_state CHECK (state IN ('proposed', 'accepted', 'confirmed', 'declined', 'cancelled', 'refused'));
ALTER TABLE pi_transfer ADD CONSTRAINT pi_transfer_persons CHECK (from_id <> to_id);
CREATE UNIQUE INDEX pi_transfer_one_open ON pi_transfer (project_id) WHERE state IN ('proposed', 'accepted');

-- Agreements
ALTER TABLE agreement_text ADD CONSTRAINT agreement_text_kind CHECK (kind IN ('service-agreement', 'dpa', 'user-terms'));
ALTER TABLE agreement_text ADD CONSTRAINT agreement_text_binds CHECK ((published_at IS NULL) = (binds_from IS NULL) AND binds_from >= published_at);
CREATE UNIQUE INDEX agreement_text_one_draft ON agreement_text (kind) WHERE published_at IS NULL;
CREATE FUNCTION forbid_changing_published_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of a published agreement text is forbidden: people have accepted it', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER agreement_text_published BEFORE UPDATE OR DELETE ON agreement_text FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION forbid_changing_published_text();
ALTER TABLE signed_document ADD CONSTRAINT signed_document_kind CHECK (kind IN ('service-agreement', 'dpa'));
ALTER TABLE signed_document ADD CONSTRAINT signed_document_state CHECK (state IN ('submitted', 'countersigned', 'returned', 'terminated'));
ALTER TABLE signed_document ADD CONSTRAINT signed_document_period CHECK (valid_from < valid_until);
ALTER TABLE signed_document ADD CONSTRAINT signed_document_in_force CHECK (state <> 'countersigned' OR
  num_nulls(valid_from, valid_until, countersigned_at, countersigned_by_id) = 0);
ALTER TABLE signed_document ADD CONSTRAINT signed_document_file_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id);
ALTER TABLE signed_document ADD CONSTRAINT signed_document_countersigned_file_fkey FOREIGN KEY (countersigned_file_id) REFERENCES stored_file (id);

-- Booking
ALTER TABLE machine ADD CONSTRAINT machine_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE slot_layout ADD CONSTRAINT slot_layout_monday CHECK (extract(isodow FROM from_week) = 1);
ALTER TABLE slot ADD CONSTRAINT slot_gpus CHECK (gpus > 0);
ALTER TABLE slot_week ADD CONSTRAINT slot_week_monday CHECK (extract(isodow FROM week) = 1);
ALTER TABLE slot_week ADD CONSTRAINT slot_week_gpus CHECK (gpus > 0);
ALTER TABLE slot_week ADD CONSTRAINT slot_week_period CHECK (starts_at < ends_at);
ALTER TABLE slot_week ADD CONSTRAINT slot_week_one_use CHECK (num_nonnulls(booked_week_id, hold_id, closure_id) <= 1);
-- What stands in a slot week is of that very slot and week.
ALTER TABLE slot_week ADD CONSTRAINT slot_week_booked_fkey FOREIGN KEY (booked_week_id, slot_id, week) REFERENCES booked_week (id, slot_id, week)
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE slot_week ADD CONSTRAINT slot_week_hold_fkey FOREIGN KEY (hold_id, slot_id, week) REFERENCES hold (id, slot_id, week)
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE slot_week ADD CONSTRAINT slot_week_closure_fkey FOREIGN KEY (closure_id) REFERENCES closure (id);
ALTER TABLE booking ADD CONSTRAINT booking_kind CHECK (kind IN ('ordinary', 'drop-in', 'claim', 'administrator'));
ALTER TABLE booking ADD CONSTRAINT booking_reason CHECK (reason IS NOT NULL OR (kind <> 'administrator' AND NOT over_budget));
ALTER TABLE booked_week ADD CONSTRAINT booked_week_state CHECK (state IN ('booked', 'cancelled', 'released', 'displaced'));
ALTER TABLE booked_week ADD CONSTRAINT booked_week_monday CHECK (extract(isodow FROM week) = 1);
ALTER TABLE booked_week ADD CONSTRAINT booked_week_gpus CHECK (gpus > 0);
ALTER TABLE booked_week ADD CONSTRAINT booked_week_period CHECK (starts_at < ends_at);
ALTER TABLE booked_week ADD CONSTRAINT booked_week_counts CHECK (state <> 'booked' OR counts_until = ends_at);
-- A slot week holds at most one booking, whoever clicks first.
CREATE UNIQUE INDEX booked_week_one_holder ON booked_week (slot_id, week) WHERE state = 'booked';
ALTER TABLE waiting_place ADD CONSTRAINT waiting_place_state CHECK (state IN ('waiting', 'held', 'claimed', 'left', 'over'));
CREATE UNIQUE INDEX waiting_place_once ON waiting_place (project_id, slot_id, week) WHERE state IN ('waiting', 'held');
ALTER TABLE hold ADD CONSTRAINT hold_state CHECK (state IN ('open', 'claimed', 'declined', 'passed'));
CREATE UNIQUE INDEX hold_one_open ON hold (slot_id, week) WHERE state = 'open';
CREATE UNIQUE INDEX calendar_feed_once ON calendar_feed (person_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'));

-- GPU weeks that count against a project's budget at this moment: booked slot weeks until their end (or the end of the minute in which
-- a cancellation can be undone), and open holds.
CREATE FUNCTION gpu_weeks_used(project uuid, moment timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT (coalesce((SELECT sum(gpus) FROM booked_week WHERE project_id = project AND counts_until > moment), 0)
    + coalesce((SELECT sum(gpus) FROM hold WHERE project_id = project AND state = 'open' AND ends_at > moment), 0))::integer
$$;

-- The budget once more, whoever writes: what takes a project over it is undone at commit, unless an administrator lifted it for this booking.
CREATE FUNCTION demand_budget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz;
  budget integer;
BEGIN
  IF TG_TABLE_NAME = 'hold' THEN
    moment := NEW.made_at;
  ELSIF EXISTS (SELECT 1 FROM booking WHERE id = NEW.booking_id AND over_budget) THEN
    RETURN NULL;
  ELSIF TG_OP = 'UPDATE' THEN
    moment := NEW.state_at;
  ELSE
    moment := NEW.created_at;
  END IF;
  SELECT gpu_budget INTO budget FROM project WHERE id = NEW.project_id FOR NO KEY UPDATE;
  IF budget IS NULL OR gpu_weeks_used(NEW.project_id, moment) > budget THEN
    RAISE EXCEPTION 'project % would exceed its budget of % GPU weeks', NEW.project_id, budget
      USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_within_budget';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER booked_week_within_budget AFTER INSERT ON booked_week DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION demand_budget();
-- A move is judged on its net: only a larger slot asks for more.
CREATE CONSTRAINT TRIGGER booked_week_moved_within_budget AFTER UPDATE ON booked_week DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.gpus > OLD.gpus) EXECUTE FUNCTION demand_budget();
CREATE CONSTRAINT TRIGGER hold_within_budget AFTER INSERT ON hold DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION demand_budget();

-- Whoever watches a machine's sheet, in whichever process, is told which week changed.
CREATE FUNCTION tell_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sheet', NEW.machine_id || ' ' || NEW.week);
  RETURN NULL;
END $$;
CREATE TRIGGER slot_week_told AFTER UPDATE ON slot_week FOR EACH ROW EXECUTE FUNCTION tell_sheet();
