-- CreateTable
CREATE TABLE "agreement_reminder" (
    "document_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_reminder_pkey" PRIMARY KEY ("document_id","days")
);

-- AddForeignKey
ALTER TABLE "agreement_reminder" ADD CONSTRAINT "agreement_reminder_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "signed_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who uploaded a document may take it back while it waits.
ALTER TABLE signed_document DROP CONSTRAINT signed_document_state;
ALTER TABLE signed_document ADD CONSTRAINT signed_document_state CHECK (state IN ('submitted', 'withdrawn', 'countersigned', 'returned', 'terminated'));
ALTER TABLE signed_document ADD CONSTRAINT signed_document_reason CHECK (reason IS NOT NULL OR state NOT IN ('returned', 'terminated'));
ALTER TABLE signed_document ADD CONSTRAINT signed_document_terminated CHECK ((state = 'terminated') = (terminated_at IS NOT NULL));
-- One document of a kind waits for a project at a time.
CREATE UNIQUE INDEX signed_document_one_waiting ON signed_document (project_id, kind) WHERE state = 'submitted';
ALTER TABLE agreement_reminder ADD CONSTRAINT agreement_reminder_days CHECK (days >= 0);
