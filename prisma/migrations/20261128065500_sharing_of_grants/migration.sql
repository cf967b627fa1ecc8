-- AlterTable
ALTER TABLE "sharing_event" ADD COLUMN     "grant_id" UUID,
ADD COLUMN     "ror" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "sharing_event_grant_id_key" ON "sharing_event"("grant_id");

ALTER TABLE sharing_event ADD CONSTRAINT sharing_event_grant_fkey FOREIGN KEY (grant_id) REFERENCES access_grant (id);
-- What was recorded here happened.
ALTER TABLE sharing_event ADD CONSTRAINT sharing_event_recorded CHECK (grant_id IS NULL OR (NOT illustrative AND shared_on IS NOT NULL));
