-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "storage" TEXT NOT NULL DEFAULT 'database',
ALTER COLUMN "content" DROP NOT NULL;

ALTER TABLE stored_file ADD CONSTRAINT stored_file_storage CHECK (storage IN ('database', 'disk', 's3'));
-- Its content is in exactly one place.
ALTER TABLE stored_file ADD CONSTRAINT stored_file_content CHECK ((storage = 'database') = (content IS NOT NULL));
CREATE INDEX stored_file_to_move ON stored_file (id) WHERE storage = 'database';
