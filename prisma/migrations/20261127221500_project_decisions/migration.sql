-- CreateTable
CREATE TABLE "project_decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_reminder" (
    "project_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "stage" TEXT NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "confirmation_reminder_pkey" PRIMARY KEY ("project_id","confirmed_at","stage")
);

-- CreateIndex
CREATE INDEX "project_decision_project_id_id_idx" ON "project_decision"("project_id", "id");

-- AddForeignKey
ALTER TABLE "project_decision" ADD CONSTRAINT "project_decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_reminder" ADD CONSTRAINT "confirmation_reminder_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE project_decision ADD CONSTRAINT project_decision_kind CHECK (kind IN ('ended', 'extended', 'quota'));
ALTER TABLE confirmation_reminder ADD CONSTRAINT confirmation_reminder_stage CHECK (stage IN ('thirty-days', 'seven-days', 'overdue'));
-- An invitation ends once: accepted or revoked.
ALTER TABLE project_invitation ADD CONSTRAINT project_invitation_ends_once CHECK (
  (accepted_at IS NULL) = (accepted_by_id IS NULL) AND num_nonnulls(accepted_at, revoked_at) <= 1);
-- What was done to somebody, for their own part of the journal.
CREATE INDEX event_person ON event ((data->>'person'), id) WHERE data->>'person' IS NOT NULL;
