-- CreateTable
CREATE TABLE "visa_key" (
    "id" UUID NOT NULL,
    "public_key" JSONB NOT NULL,
    "sealed_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "retired_at" TIMESTAMPTZ(3),
    "published_until" TIMESTAMPTZ(3),

    CONSTRAINT "visa_key_pkey" PRIMARY KEY ("id")
);

-- One key signs at a time, and nothing is left to sign with once it is retired.
CREATE UNIQUE INDEX visa_key_one_signs ON visa_key ((true)) WHERE retired_at IS NULL;
ALTER TABLE visa_key ADD CONSTRAINT visa_key_retired CHECK (
  (retired_at IS NULL) = (published_until IS NULL) AND (retired_at IS NULL) = (sealed_key IS NOT NULL));
