-- CreateTable
CREATE TABLE "dataset_file_list" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,

    CONSTRAINT "dataset_file_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_file" (
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "checked" TEXT NOT NULL,
    "storage" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "is_uploaded" BOOLEAN NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dataset_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_download" (
    "id" UUID NOT NULL,
    "link_id" UUID,
    "file_id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "requests" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "delivery_download_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_part" (
    "key" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "data_part_pkey" PRIMARY KEY ("key","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_file_list_dataset_id_version_key" ON "dataset_file_list"("dataset_id", "version");

-- CreateIndex
CREATE INDEX "dataset_file_storage_key_idx" ON "dataset_file"("storage", "key");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_file_list_id_path_key" ON "dataset_file"("list_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_link_token_hash_key" ON "delivery_link"("token_hash");

-- CreateIndex
CREATE INDEX "delivery_link_expires_at_idx" ON "delivery_link"("expires_at");

-- CreateIndex
CREATE INDEX "delivery_download_grant_id_began_at_idx" ON "delivery_download"("grant_id", "began_at");

-- CreateIndex
CREATE INDEX "delivery_download_person_id_idx" ON "delivery_download"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_download_link_id_file_id_key" ON "delivery_download"("link_id", "file_id");

-- AddForeignKey
ALTER TABLE "dataset_file" ADD CONSTRAINT "dataset_file_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "dataset_file_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_link" ADD CONSTRAINT "delivery_link_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "dataset_file_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_download" ADD CONSTRAINT "delivery_download_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "delivery_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_download" ADD CONSTRAINT "delivery_download_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "dataset_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of other modules: what is listed, and under what it is fetched, was there.
ALTER TABLE dataset_file_list ADD CONSTRAINT dataset_file_list_dataset_fkey FOREIGN KEY (dataset_id) REFERENCES dataset (id) ON DELETE CASCADE;
ALTER TABLE delivery_link ADD CONSTRAINT delivery_link_grant_fkey FOREIGN KEY (grant_id) REFERENCES access_grant (id);
ALTER TABLE delivery_download ADD CONSTRAINT delivery_download_grant_fkey FOREIGN KEY (grant_id) REFERENCES access_grant (id);

ALTER TABLE dataset_file_list ADD CONSTRAINT dataset_file_list_state CHECK (
  state IN ('draft', 'published') AND (state = 'published') = (published_at IS NOT NULL));
ALTER TABLE dataset_file ADD CONSTRAINT dataset_file_size CHECK (size >= 0);
ALTER TABLE dataset_file ADD CONSTRAINT dataset_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE dataset_file ADD CONSTRAINT dataset_file_checked CHECK (checked IN ('computed', 'verified', 'declared', 'differs'));
ALTER TABLE dataset_file ADD CONSTRAINT dataset_file_storage CHECK (storage IN ('database', 'disk', 's3'));
ALTER TABLE dataset_file ADD CONSTRAINT dataset_file_key CHECK (key ~ '^data(/[A-Za-z0-9_][A-Za-z0-9._-]*){1,12}$');
ALTER TABLE delivery_link ADD CONSTRAINT delivery_link_life CHECK (expires_at > created_at AND expires_at <= created_at + interval '24 hours');
ALTER TABLE delivery_download ADD CONSTRAINT delivery_download_counts CHECK (requests > 0 AND bytes >= 0 AND last_at >= began_at);
-- What was compressed once gains nothing from being compressed again.
ALTER TABLE data_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The list of a version is public once it is published: it never says anything else, but for whether a declared checksum was found right.
CREATE FUNCTION freeze_dataset_files() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  listed uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.list_id ELSE OLD.list_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM dataset_file_list WHERE id = listed AND state = 'published')
    AND (TG_OP <> 'UPDATE' OR (to_jsonb(OLD) - 'checked') <> (to_jsonb(NEW) - 'checked')) THEN
    RAISE EXCEPTION 'the files of a published version are not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER dataset_file_frozen BEFORE INSERT OR UPDATE OR DELETE ON dataset_file FOR EACH ROW EXECUTE FUNCTION freeze_dataset_files();

CREATE FUNCTION freeze_dataset_file_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the files of a published version are not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER dataset_file_list_frozen BEFORE UPDATE OR DELETE ON dataset_file_list FOR EACH ROW
  WHEN (OLD.state = 'published') EXECUTE FUNCTION freeze_dataset_file_list();
