-- AlterTable
ALTER TABLE "access_workflow" ADD COLUMN     "disabled_verbs" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "hides_handlers" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "access_request" ADD COLUMN     "processing_at" TIMESTAMPTZ(3),
ADD COLUMN     "processing_id" UUID;

-- AlterTable
ALTER TABLE "access_remark" ADD COLUMN     "withheld" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "access_processing_state" (
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_processing_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "access_processing_state_workflow_id_position_idx" ON "access_processing_state"("workflow_id", "position");

-- AddForeignKey
ALTER TABLE "access_processing_state" ADD CONSTRAINT "access_processing_state_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "access_workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_processing_id_fkey" FOREIGN KEY ("processing_id") REFERENCES "access_processing_state"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE access_processing_state ADD CONSTRAINT access_processing_state_position CHECK (position BETWEEN 1 AND 100);
ALTER TABLE access_processing_state ADD CONSTRAINT access_processing_state_names CHECK (name_en <> '' AND name_sv <> '');
ALTER TABLE access_request ADD CONSTRAINT access_request_processing CHECK (
  (processing_id IS NULL) = (processing_at IS NULL) AND (processing_id IS NULL OR submitted_at IS NOT NULL));
-- Few requests are being worked on after their approval: the queue finds them by it.
CREATE INDEX access_request_processing_state ON access_request (processing_id, turn_since, id) WHERE processing_id IS NOT NULL;

-- What a request needs to come to an end cannot be switched off: the same places as in lib/access/rules/switched-off.
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
ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_deciders_asked CHECK (
  decided_by <> 'deciders' OR NOT ('handler/submitted/request-decision' = ANY (disabled_verbs)));
