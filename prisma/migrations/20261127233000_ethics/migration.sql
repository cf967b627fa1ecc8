-- CreateTable
CREATE TABLE "ethics_approval" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "amends_id" UUID,
    "replaces_id" UUID,
    "country" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "governing_id" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "superseded_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ethics_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ethics_version" (
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE NOT NULL,
    "legal_force_on" DATE,
    "started_on" DATE,
    "ends_on" DATE,
    "responsible_researcher" TEXT NOT NULL,
    "principal_organisation" TEXT NOT NULL,
    "sites" TEXT[],
    "purposes" TEXT NOT NULL,
    "data_description" TEXT NOT NULL,
    "claimed_datasets" UUID[],
    "covered_datasets" UUID[],
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "judged_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ethics_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ethics_check" (
    "version_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ethics_check_pkey" PRIMARY KEY ("version_id","field")
);

-- CreateTable
CREATE TABLE "ethics_document" (
    "id" UUID NOT NULL,
    "approval_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "ethics_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ethics_reminder" (
    "approval_id" UUID NOT NULL,
    "deadline" TEXT NOT NULL,
    "last_day" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ethics_reminder_pkey" PRIMARY KEY ("approval_id","deadline","last_day","days")
);

-- CreateIndex
CREATE UNIQUE INDEX "ethics_approval_governing_id_key" ON "ethics_approval"("governing_id");

-- CreateIndex
CREATE INDEX "ethics_approval_project_id_id_idx" ON "ethics_approval"("project_id", "id");

-- CreateIndex
CREATE INDEX "ethics_approval_amends_id_idx" ON "ethics_approval"("amends_id");

-- CreateIndex
CREATE INDEX "ethics_version_state_submitted_at_idx" ON "ethics_version"("state", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "ethics_version_approval_id_ordinal_key" ON "ethics_version"("approval_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "ethics_document_file_id_key" ON "ethics_document"("file_id");

-- CreateIndex
CREATE INDEX "ethics_document_approval_id_id_idx" ON "ethics_document"("approval_id", "id");

-- AddForeignKey
ALTER TABLE "ethics_approval" ADD CONSTRAINT "ethics_approval_governing_id_fkey" FOREIGN KEY ("governing_id") REFERENCES "ethics_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ethics_version" ADD CONSTRAINT "ethics_version_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "ethics_approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ethics_check" ADD CONSTRAINT "ethics_check_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "ethics_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ethics_document" ADD CONSTRAINT "ethics_document_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "ethics_approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ethics_reminder" ADD CONSTRAINT "ethics_reminder_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "ethics_approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_country CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_number CHECK (number <> '');
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_cites CHECK (
  num_nonnulls(amends_id, replaces_id) <= 1 AND amends_id IS DISTINCT FROM id AND replaces_id IS DISTINCT FROM id);
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by_id, withdrawn_reason) IN (0, 3));
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_superseded CHECK (num_nonnulls(superseded_at, superseded_by_id) IN (0, 2));
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_amends_fkey FOREIGN KEY (amends_id) REFERENCES ethics_approval (id);
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_replaces_fkey FOREIGN KEY (replaces_id) REFERENCES ethics_approval (id);
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_superseded_by_fkey FOREIGN KEY (superseded_by_id) REFERENCES ethics_approval (id);
-- A decision stands once among what a project has not withdrawn, whoever registers it first.
CREATE UNIQUE INDEX ethics_approval_once ON ethics_approval (project_id, country, number) WHERE withdrawn_at IS NULL;

ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_state CHECK (state IN ('draft', 'submitted', 'verified', 'returned'));
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_decision CHECK (decision IN ('approved', 'approved-with-conditions', 'rejected', 'dismissed'));
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_conditions CHECK ((decision = 'approved-with-conditions') = (conditions <> ''));
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_days CHECK (legal_force_on >= decided_on AND ends_on >= decided_on);
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_submitted CHECK (
  (state = 'draft') = (submitted_at IS NULL) AND (submitted_at IS NULL) = (submitted_by_id IS NULL));
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_judged CHECK (
  (state IN ('verified', 'returned')) = (judged_at IS NOT NULL) AND (judged_at IS NULL) = (judged_by_id IS NULL));
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_covered CHECK (state = 'verified' OR cardinality(covered_datasets) = 0);
ALTER TABLE ethics_version ADD CONSTRAINT ethics_version_of_approval UNIQUE (id, approval_id);
-- What governs is a version of that very approval.
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_governing_own_fkey FOREIGN KEY (governing_id, id) REFERENCES ethics_version (id, approval_id);
-- One version is on its way at a time.
CREATE UNIQUE INDEX ethics_version_one_open ON ethics_version (approval_id) WHERE state IN ('draft', 'submitted');
ALTER TABLE ethics_check ADD CONSTRAINT ethics_check_verdict CHECK (verdict IN ('confirmed', 'missing'));
ALTER TABLE ethics_document ADD CONSTRAINT ethics_document_kind CHECK (kind IN ('decision', 'application', 'appendix', 'translation'));
ALTER TABLE ethics_document ADD CONSTRAINT ethics_document_period CHECK (until > since AND num_nonnulls(until, removed_at, removed_by_id) IN (0, 3));
ALTER TABLE ethics_document ADD CONSTRAINT ethics_document_file_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id);
ALTER TABLE ethics_reminder ADD CONSTRAINT ethics_reminder_deadline CHECK (deadline IN ('start', 'end') AND days >= 0);

-- What was handed in is what the officer compares with the documents: it moves on, or back to a draft, but never says anything else.
CREATE FUNCTION freeze_ethics_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an ethics version that was handed in is kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'submitted' OR (to_jsonb(OLD) - '{state,submitted_at,submitted_by_id,judged_at,judged_by_id,judged_note,covered_datasets}'::text[])
    <> (to_jsonb(NEW) - '{state,submitted_at,submitted_by_id,judged_at,judged_by_id,judged_note,covered_datasets}'::text[]) THEN
    RAISE EXCEPTION 'an ethics version that was handed in is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ethics_version_frozen BEFORE UPDATE OR DELETE ON ethics_version FOR EACH ROW
  WHEN (OLD.state <> 'draft') EXECUTE FUNCTION freeze_ethics_version();
-- What governs was verified.
CREATE FUNCTION demand_verified_ethics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ethics_version WHERE id = NEW.governing_id AND state = 'verified') THEN
    RAISE EXCEPTION 'only a verified version governs' USING ERRCODE = 'check_violation', CONSTRAINT = 'ethics_approval_governing_verified';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ethics_approval_governed BEFORE INSERT OR UPDATE OF governing_id ON ethics_approval FOR EACH ROW
  WHEN (NEW.governing_id IS NOT NULL) EXECUTE FUNCTION demand_verified_ethics();
