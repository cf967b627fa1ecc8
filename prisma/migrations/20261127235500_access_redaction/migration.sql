-- AlterTable
ALTER TABLE "access_attachment" ADD COLUMN     "name" TEXT NOT NULL,
ADD COLUMN     "size" INTEGER NOT NULL,
ALTER COLUMN "file_id" DROP NOT NULL;

-- What was redacted is gone; that there was a file stays.
ALTER TABLE access_attachment ADD CONSTRAINT access_attachment_gone CHECK ((file_id IS NULL) = (redacted_at IS NOT NULL));
