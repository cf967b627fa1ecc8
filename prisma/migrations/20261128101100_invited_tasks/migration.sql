-- AlterTable
ALTER TABLE "access_task" ADD COLUMN     "invited" BOOLEAN NOT NULL DEFAULT false;

-- What came by a mailed link was asked of somebody without a hub role: theirs it stays.
UPDATE access_task t SET invited = true FROM access_invitation i
  WHERE i.request_id = t.request_id AND i.accepted_by_id = t.person_id AND i.round_id IS NOT DISTINCT FROM t.round_id
    AND i.kind = CASE t.kind WHEN 'review' THEN 'reviewer' ELSE 'decider' END;
