-- AlterTable
ALTER TABLE "ethics_approval" ADD COLUMN     "superseded_told_at" TIMESTAMPTZ(3);

-- A decision stands until the one that takes its place is in force: from when is not known while that has no day of legal force.
ALTER TABLE ethics_approval DROP CONSTRAINT ethics_approval_superseded;
ALTER TABLE ethics_approval ADD CONSTRAINT ethics_approval_superseded CHECK (
  (superseded_at IS NULL OR superseded_by_id IS NOT NULL) AND (superseded_told_at IS NULL OR superseded_at IS NOT NULL));

-- What was superseded at the moment of verification before the other decision was in force stands until then.
WITH later AS (
  SELECT o.id, (COALESCE(g.legal_force_on, CASE WHEN n.country = 'SE' THEN NULL ELSE g.decided_on END)::timestamp AT TIME ZONE 'UTC') AS at
  FROM ethics_approval o JOIN ethics_approval n ON n.id = o.superseded_by_id JOIN ethics_version g ON g.id = n.governing_id)
UPDATE ethics_approval o SET superseded_at = later.at FROM later
WHERE later.id = o.id AND (later.at IS NULL OR later.at > o.superseded_at);
UPDATE ethics_approval SET superseded_told_at = superseded_at WHERE superseded_at IS NOT NULL AND superseded_at <= now();
