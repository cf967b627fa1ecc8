-- AlterTable
ALTER TABLE "access_request" ADD COLUMN     "close_out_due_at" TIMESTAMPTZ(3);

-- Nothing is owed of a request that goes on.
ALTER TABLE access_request ADD CONSTRAINT access_request_close_out_due CHECK (
  close_out_due_at IS NULL OR state IN ('rejected', 'withdrawn', 'closed', 'revoked'));
CREATE INDEX access_request_close_out_due ON access_request (close_out_due_at) WHERE close_out_due_at IS NOT NULL;

-- Requests that ended before anybody was reminded of it.
UPDATE access_request r SET close_out_due_at = now() + interval '30 days'
WHERE state IN ('rejected', 'withdrawn', 'closed', 'revoked') AND EXISTS (SELECT 1 FROM access_grant g WHERE g.request_id = r.id
  AND NOT EXISTS (SELECT 1 FROM access_close_out c WHERE c.request_id = r.id AND c.at >= g.created_at));
