-- What stewards' work needs beside the records: the working copies that forms are compared with, where a withdrawn dataset's
-- readers should go and who was told of what.
ALTER TABLE "dataset" ADD COLUMN "replaced_by" TEXT;
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_replaced_when_withdrawn" CHECK (replaced_by IS NULL OR state = 'withdrawn');
-- A withdrawn dataset stays withdrawn: its tombstone is a promise to those who cite it.
CREATE FUNCTION forbid_reinstating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'dataset % is withdrawn for good', OLD.slug USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER dataset_withdrawn_for_good BEFORE UPDATE OF state ON "dataset" FOR EACH ROW
  WHEN (OLD.state = 'withdrawn' AND NEW.state <> 'withdrawn') EXECUTE FUNCTION forbid_reinstating();

CREATE TABLE "working_copy" (
    "dataset_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "record" JSONB NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "working_copy_pkey" PRIMARY KEY ("dataset_id","revision")
);
ALTER TABLE "working_copy" ADD CONSTRAINT "working_copy_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "priority_item" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
ALTER TABLE "priority_item" ADD CONSTRAINT "priority_item_closed" CHECK ((closed_at IS NOT NULL) = (state IN ('collected', 'dropped')));

ALTER TABLE "collection_proposal" ADD COLUMN "clinical_need" TEXT NOT NULL DEFAULT '', ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "collection_proposal" ADD CONSTRAINT "collection_proposal_decided" CHECK ((state = 'proposed') = (decided_at IS NULL));

CREATE TABLE "saved_search_told" (
    "search_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_told_pkey" PRIMARY KEY ("search_id","version_id")
);
ALTER TABLE "saved_search_told" ADD CONSTRAINT "saved_search_told_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_batch" ADD COLUMN "publishes" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_format" CHECK (format IN ('json', 'csv'));
ALTER TABLE "import_batch" ALTER COLUMN "by_id" DROP NOT NULL;
