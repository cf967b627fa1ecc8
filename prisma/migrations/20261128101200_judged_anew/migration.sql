-- AlterTable
ALTER TABLE "access_item" ADD COLUMN     "use_resolved_for" TEXT;

-- AlterTable
ALTER TABLE "access_round" ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3);

-- A round that counts no more is over.
ALTER TABLE access_round ADD CONSTRAINT access_round_set_aside CHECK (set_aside_at IS NULL OR closed_at IS NOT NULL);
-- What was decided before a request was taken up again, or reopened, was decided of what it said then.
UPDATE access_round o SET set_aside_at = e.at FROM (
  SELECT stream, max(at) AS at FROM event WHERE type IN ('access.request-resumed', 'access.request-reopened') GROUP BY stream) e
  WHERE e.stream = 'request:' || o.request_id AND o.opened_at < e.at AND o.closed_at IS NOT NULL;
