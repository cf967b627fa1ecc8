-- CreateTable
CREATE TABLE "account_change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_change_person_id_id_idx" ON "account_change"("person_id", "id");

ALTER TABLE account_change ADD CONSTRAINT account_change_action CHECK (action IN ('deactivated', 'reactivated', 'second-factors-reset'));
