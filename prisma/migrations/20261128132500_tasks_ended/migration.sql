-- AlterTable
ALTER TABLE "access_task" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);

-- Only what was taken back has such a moment; what was taken back before it was kept has none.
ALTER TABLE access_task ADD CONSTRAINT access_task_ended CHECK (ended_at IS NULL OR state = 'withdrawn');
