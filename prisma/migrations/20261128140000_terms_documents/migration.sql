-- AlterTable
ALTER TABLE "access_terms" ADD COLUMN     "document_en_id" UUID,
ADD COLUMN     "document_sv_id" UUID,
ADD COLUMN     "link_en" TEXT,
ADD COLUMN     "link_sv" TEXT;

-- CreateTable
CREATE TABLE "access_terms_document" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_terms_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_terms_document_file_id_key" ON "access_terms_document"("file_id");

-- AddForeignKey
ALTER TABLE "access_terms" ADD CONSTRAINT "access_terms_document_en_id_fkey" FOREIGN KEY ("document_en_id") REFERENCES "access_terms_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_terms" ADD CONSTRAINT "access_terms_document_sv_id_fkey" FOREIGN KEY ("document_sv_id") REFERENCES "access_terms_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE access_terms ADD CONSTRAINT access_terms_links CHECK (link_en LIKE 'https://%' AND link_sv LIKE 'https://%');
ALTER TABLE access_terms_document ADD CONSTRAINT access_terms_document_file_fkey FOREIGN KEY (file_id) REFERENCES stored_file (id);
ALTER TABLE access_terms_document ADD CONSTRAINT access_terms_document_added_by_fkey FOREIGN KEY (added_by_id) REFERENCES person (id);
ALTER TABLE access_terms_document ADD CONSTRAINT access_terms_document_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$' AND size > 0);

-- What was accepted with a version stays what it was: versions never change, nor does what they name. What none names may be forgotten.
CREATE FUNCTION forbid_changing_terms_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a document of terms of access never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER access_terms_document_kept BEFORE UPDATE ON access_terms_document FOR EACH ROW EXECUTE FUNCTION forbid_changing_terms_document();
