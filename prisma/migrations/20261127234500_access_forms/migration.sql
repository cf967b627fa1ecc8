-- CreateTable
CREATE TABLE "access_form" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "draft" JSONB,
    "draft_by_id" UUID,
    "draft_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_form_version" (
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,

    CONSTRAINT "access_form_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_use_statement" (
    "dataset_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "basis" TEXT NOT NULL,
    "stated_by_id" UUID,
    "stated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_use_statement_pkey" PRIMARY KEY ("dataset_id","ordinal")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_form_slug_key" ON "access_form"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "access_form_version_form_id_number_key" ON "access_form_version"("form_id", "number");

-- AddForeignKey
ALTER TABLE "access_form_version" ADD CONSTRAINT "access_form_version_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "access_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_use_statement" ADD CONSTRAINT "data_use_statement_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say
ALTER TABLE access_form ADD CONSTRAINT access_form_state CHECK (state IN ('active', 'retired'));
ALTER TABLE access_form ADD CONSTRAINT access_form_draft CHECK ((draft IS NULL) = (draft_at IS NULL));
ALTER TABLE access_form_version ADD CONSTRAINT access_form_version_number CHECK (number >= 1);
-- A request keeps the version that it was made with: a published one never changes, nor goes.
CREATE TRIGGER access_form_version_append_only BEFORE UPDATE OR DELETE ON access_form_version FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER access_form_version_no_truncate BEFORE TRUNCATE ON access_form_version FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE data_use_statement ADD CONSTRAINT data_use_statement_ordinal CHECK (ordinal >= 1);
-- A statement is taken back by a later one. It goes only with a dataset that was never published.
CREATE TRIGGER data_use_statement_unchanged BEFORE UPDATE ON data_use_statement FOR EACH ROW EXECUTE FUNCTION forbid_change();
