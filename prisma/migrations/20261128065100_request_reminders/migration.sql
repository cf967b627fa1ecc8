-- AlterTable
ALTER TABLE "access_turn" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "access_task_reminder" (
    "task_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_task_reminder_pkey" PRIMARY KEY ("task_id","stage")
);

-- AddForeignKey
ALTER TABLE "access_task_reminder" ADD CONSTRAINT "access_task_reminder_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "access_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE access_task_reminder ADD CONSTRAINT access_task_reminder_stage CHECK (stage IN ('near', 'missed'));
-- What is open and due is a small part of what was ever asked.
CREATE INDEX access_task_due ON access_task (due_at) WHERE state = 'open';
