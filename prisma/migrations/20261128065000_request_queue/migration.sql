-- AlterTable
ALTER TABLE "access_workflow" ADD COLUMN     "handling_days" INTEGER NOT NULL DEFAULT 14;

-- AlterTable
ALTER TABLE "access_request" ADD COLUMN     "turn_due_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "access_saved_filter" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_saved_filter_person_id_name_key" ON "access_saved_filter"("person_id", "name");

-- CreateIndex
CREATE INDEX "access_request_turn_since_id_idx" ON "access_request"("turn_since", "id");

-- CreateIndex
CREATE INDEX "access_request_state_turn_since_id_idx" ON "access_request"("state", "turn_since", "id");

-- CreateIndex
CREATE INDEX "access_request_applicant_id_idx" ON "access_request"("applicant_id");

ALTER TABLE access_workflow ADD CONSTRAINT access_workflow_handling CHECK (handling_days BETWEEN 1 AND 365);
ALTER TABLE access_saved_filter ADD CONSTRAINT access_saved_filter_person_fkey FOREIGN KEY (person_id) REFERENCES person (id);

-- What waits is a small part of what there is: the queue's first page, and what has waited too long.
CREATE INDEX access_request_waiting ON access_request (turn_since, id) WHERE turn <> 'nobody' AND submitted_at IS NOT NULL;
CREATE INDEX access_request_due ON access_request (turn_due_at, id) WHERE turn_due_at IS NOT NULL;
-- Words in the queue's filter.
CREATE INDEX access_request_title_words ON access_request USING gin (title gin_trgm_ops);
CREATE INDEX access_request_reference_words ON access_request USING gin (reference gin_trgm_ops);
CREATE INDEX access_request_external_words ON access_request USING gin (external_id gin_trgm_ops) WHERE external_id IS NOT NULL;

-- What waits already, by the same rule as what comes (lib/access/rules/turn-due).
UPDATE access_request r SET turn_due_at = CASE
  WHEN turn = 'handler' THEN turn_since + interval '14 days'
  WHEN turn = 'reviewers' THEN (SELECT min(due_at) FROM access_task WHERE request_id = r.id AND kind = 'review' AND state = 'open')
  WHEN turn = 'deciders' THEN (SELECT min(due_at) FROM access_round WHERE request_id = r.id AND closed_at IS NULL)
  WHEN turn = 'applicant' AND state = 'returned' THEN turn_since + interval '30 days' END;
