-- Why a dataset was hidden or withdrawn stays known after it is shown again: free text has no place in the journal.
ALTER TABLE "working_copy" ADD COLUMN "reason" TEXT;
