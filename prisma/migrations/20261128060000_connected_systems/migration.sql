-- CreateTable
CREATE TABLE "access_use" (
    "grant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "may" BOOLEAN NOT NULL,
    "reasons" TEXT[],
    "until" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reminded_days" INTEGER,

    CONSTRAINT "access_use_pkey" PRIMARY KEY ("grant_id","person_id")
);

-- CreateTable
CREATE TABLE "access_system" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "sealed_secret" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_delivery" (
    "id" UUID NOT NULL,
    "system_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "access_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_attempt" (
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "fault" TEXT,
    "answer" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "access_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "access_delivery_system_id_id_idx" ON "access_delivery"("system_id", "id");

-- CreateIndex
CREATE INDEX "access_delivery_grant_id_idx" ON "access_delivery"("grant_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_delivery_system_id_grant_id_person_id_sequence_key" ON "access_delivery"("system_id", "grant_id", "person_id", "sequence");

-- AddForeignKey
ALTER TABLE "access_use" ADD CONSTRAINT "access_use_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "access_grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_delivery" ADD CONSTRAINT "access_delivery_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "access_system"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_attempt" ADD CONSTRAINT "access_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "access_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE access_use ADD CONSTRAINT access_use_why CHECK (may = (cardinality(reasons) = 0) AND may = (until IS NOT NULL));
ALTER TABLE access_use ADD CONSTRAINT access_use_reminded CHECK (reminded_days IN (30, 7));
-- A name is free again once its system was removed.
CREATE UNIQUE INDEX access_system_name ON access_system (name) WHERE removed_at IS NULL;
ALTER TABLE access_delivery ADD CONSTRAINT access_delivery_kind CHECK (kind IN ('grant.given', 'grant.changed', 'grant.suspended', 'grant.withdrawn'));
CREATE INDEX access_delivery_open ON access_delivery (next_at) WHERE acknowledged_at IS NULL AND superseded_at IS NULL;
ALTER TABLE access_attempt ADD CONSTRAINT access_attempt_answer CHECK (char_length(answer) <= 1000);
