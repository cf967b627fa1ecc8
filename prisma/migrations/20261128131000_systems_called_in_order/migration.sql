-- AlterTable
ALTER TABLE "access_delivery" DROP COLUMN "leased_until";

-- AlterTable
ALTER TABLE "access_system" ADD COLUMN     "faults" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3),
ADD COLUMN     "next_at" TIMESTAMPTZ(3);

-- It is out of reach as long as it has a moment at which it is called again.
ALTER TABLE access_system ADD CONSTRAINT access_system_faults CHECK (faults >= 0 AND (faults = 0 OR next_at IS NOT NULL));
-- What waits for a system is found in the order in which it is tried: what ends something first.
DROP INDEX access_delivery_open;
CREATE INDEX access_delivery_open ON access_delivery (system_id, (kind NOT IN ('grant.suspended', 'grant.withdrawn')), id)
  WHERE acknowledged_at IS NULL AND superseded_at IS NULL;
