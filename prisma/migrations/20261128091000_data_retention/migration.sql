-- CreateTable
CREATE TABLE "access_retention" (
    "grant_id" UUID NOT NULL,
    "counted_from" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_retention_pkey" PRIMARY KEY ("grant_id","counted_from","outcome")
);

-- CreateTable
CREATE TABLE "access_retention_reminder" (
    "grant_id" UUID NOT NULL,
    "counted_from" TIMESTAMPTZ(3) NOT NULL,
    "days" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_retention_reminder_pkey" PRIMARY KEY ("grant_id","counted_from","days")
);

-- AddForeignKey
ALTER TABLE "access_retention" ADD CONSTRAINT "access_retention_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "access_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_retention_reminder" ADD CONSTRAINT "access_retention_reminder_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "access_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE access_retention ADD CONSTRAINT access_retention_outcome CHECK (outcome IN ('kept', 'removed'));
ALTER TABLE access_retention ADD CONSTRAINT access_retention_by_fkey FOREIGN KEY (by_id) REFERENCES person (id);
ALTER TABLE access_retention_reminder ADD CONSTRAINT access_retention_reminder_days CHECK (days IN (90, 30, 0));
-- Nobody notes that data were removed before their ten years are over (a leap day is counted to the day before the rule’s first of March).
ALTER TABLE access_retention ADD CONSTRAINT access_retention_removed CHECK (
  outcome = 'kept' OR at >= (counted_from AT TIME ZONE 'UTC' + interval '10 years') AT TIME ZONE 'UTC');
-- From when the ten years of a grant's data are counted.
CREATE INDEX access_grant_counted ON access_grant ((COALESCE(last_used_at, LEAST(ends_at, ended_at))), id);
