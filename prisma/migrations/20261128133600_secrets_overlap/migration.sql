-- AlterTable
ALTER TABLE "access_system" ADD COLUMN     "former_until" TIMESTAMPTZ(3),
ADD COLUMN     "sealed_former" TEXT;

ALTER TABLE access_system ADD CONSTRAINT access_system_former CHECK ((sealed_former IS NULL) = (former_until IS NULL));
