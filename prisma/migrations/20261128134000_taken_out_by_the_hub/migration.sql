-- CreateTable
CREATE TABLE "access_exclusion" (
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_exclusion_pkey" PRIMARY KEY ("request_id","person_id")
);

-- AddForeignKey
ALTER TABLE "access_exclusion" ADD CONSTRAINT "access_exclusion_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "access_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
