-- A remark may come with a file: seen by whoever sees the remark.
ALTER TABLE "access_attachment" ADD COLUMN "remark_id" UUID;
ALTER TABLE "access_attachment" ADD CONSTRAINT "access_attachment_remark_id_fkey" FOREIGN KEY ("remark_id") REFERENCES "access_remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "access_attachment_remark_id_idx" ON "access_attachment"("remark_id");
-- It answers a field of the form or belongs to a remark, never both.
ALTER TABLE access_attachment ADD CONSTRAINT access_attachment_one_place CHECK (num_nonnulls(remark_id, field_key) <= 1);
