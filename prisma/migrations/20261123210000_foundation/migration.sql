CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "doi" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "current_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "draft" JSONB,
    "draft_by_id" UUID,
    "draft_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_version" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "record" JSONB NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,

    CONSTRAINT "dataset_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_event" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "institution" TEXT,
    "department" TEXT,
    "recipient" TEXT,
    "opted_out" BOOLEAN NOT NULL DEFAULT false,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "shared_on" DATE,

    CONSTRAINT "sharing_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_item" (
    "id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "rank" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "modality" TEXT[],
    "organ" TEXT[],
    "state" TEXT NOT NULL,
    "dataset_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "priority_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_proposal" (
    "id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "modality" TEXT[],
    "organ" TEXT[],
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "priority_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "collection_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "mail" BOOLEAN NOT NULL DEFAULT true,
    "feed_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_up_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "orcid" TEXT,
    "orcid_vouched" BOOLEAN NOT NULL DEFAULT false,
    "organisation" TEXT,
    "department" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "affiliation" TEXT[],
    "entitlement" TEXT[],
    "assurance" TEXT[],
    "orcid" TEXT,
    "home_domain" TEXT,
    "mfa_class" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_credential" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "totp_credential" (
    "person_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_used_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "totp_credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "person_id" UUID,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "second_factor" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ssh_key" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bits" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ssh_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("person_id","role")
);

-- CreateTable
CREATE TABLE "role_change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_setting" (
    "person_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("person_id","topic")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "on_behalf_of" TEXT,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cache_clock" (
    "name" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "cache_clock_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "recipient_id" UUID,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_slug_key" ON "dataset"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_doi_key" ON "dataset"("doi");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_current_id_key" ON "dataset"("current_id");

-- CreateIndex
CREATE INDEX "dataset_state_updated_at_idx" ON "dataset"("state", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_version_dataset_id_number_key" ON "dataset_version"("dataset_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_version_dataset_id_ordinal_key" ON "dataset_version"("dataset_id", "ordinal");

-- CreateIndex
CREATE INDEX "sharing_event_dataset_id_country_idx" ON "sharing_event"("dataset_id", "country");

-- CreateIndex
CREATE INDEX "priority_item_decided_on_rank_idx" ON "priority_item"("decided_on", "rank");

-- CreateIndex
CREATE INDEX "collection_proposal_state_id_idx" ON "collection_proposal"("state", "id");

-- CreateIndex
CREATE INDEX "collection_proposal_proposer_id_id_idx" ON "collection_proposal"("proposer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_feed_hash_key" ON "saved_search"("feed_hash");

-- CreateIndex
CREATE INDEX "saved_search_person_id_id_idx" ON "saved_search"("person_id", "id");

-- CreateIndex
CREATE INDEX "import_batch_by_id_id_idx" ON "import_batch"("by_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_orcid_key" ON "person"("orcid");

-- CreateIndex
CREATE INDEX "external_identity_person_id_idx" ON "external_identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_identity_issuer_subject_key" ON "external_identity"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_created_at_idx" ON "session"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "recovery_code_person_id_idx" ON "recovery_code"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE INDEX "ticket_expires_at_idx" ON "ticket"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_person_id_created_at_idx" ON "api_token"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "ssh_key_person_id_fingerprint_key" ON "ssh_key"("person_id", "fingerprint");

-- CreateIndex
CREATE INDEX "role_assignment_role_idx" ON "role_assignment"("role");

-- CreateIndex
CREATE INDEX "role_change_person_id_id_idx" ON "role_change"("person_id", "id");

-- CreateIndex
CREATE INDEX "event_actor_id_id_idx" ON "event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "event_subject_id_id_idx" ON "event"("subject_id", "id");

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_stream_seq_key" ON "event"("stream", "seq");

-- CreateIndex
CREATE INDEX "mail_recipient_id_id_idx" ON "mail"("recipient_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_current_id_fkey" FOREIGN KEY ("current_id") REFERENCES "dataset_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_version" ADD CONSTRAINT "dataset_version_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_event" ADD CONSTRAINT "sharing_event_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_credential" ADD CONSTRAINT "password_credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp_credential" ADD CONSTRAINT "totp_credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ssh_key" ADD CONSTRAINT "ssh_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say ------------------------------------------------------------------------------

-- The journal is append-only: nobody updates, deletes or truncates it.
CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is forbidden: its rows are evidence', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE event ADD CONSTRAINT event_actor_kind CHECK (actor_kind IN ('anonymous', 'person', 'system'));
ALTER TABLE event ADD CONSTRAINT event_seq_positive CHECK (seq > 0);

CREATE FUNCTION journal_hash(previous text, e event) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', previous, e.id, e.stream, e.seq, e.type, e.actor_kind, coalesce(e.actor_id, ''),
    coalesce(e.on_behalf_of, ''), e.subject_id, e.request_id, (extract(epoch FROM e.at) * 1000)::bigint, e.data::text), 'UTF8')), 'hex')
$$;

-- Appends one entry to its stream, numbered and chained by hash to the one before it.
CREATE FUNCTION journal_append(entry jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  e event := jsonb_populate_record(NULL::event, entry);
  previous record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('journal:' || e.stream, 0));
  SELECT seq, hash INTO previous FROM event WHERE stream = e.stream ORDER BY seq DESC LIMIT 1;
  e.seq := coalesce(previous.seq, 0) + 1;
  e.hash := journal_hash(coalesce(previous.hash, ''), e);
  INSERT INTO event SELECT e.*;
  RETURN e.seq;
END $$;

-- The entries whose hash does not follow from the one before them, or that break the numbering: none, in an honest journal.
CREATE FUNCTION journal_breaks() RETURNS TABLE (stream text, seq integer) LANGUAGE sql STABLE AS $$
  SELECT c.stream, c.seq FROM (
    SELECT e.stream, e.seq, e.hash,
      journal_hash(coalesce(lag(e.hash) OVER w, ''), e) AS expected,
      row_number() OVER w AS place
    FROM event e WINDOW w AS (PARTITION BY e.stream ORDER BY e.seq)
  ) c WHERE c.hash <> c.expected OR c.seq <> c.place
$$;

INSERT INTO cache_clock (name, version) VALUES ('catalogue', 1);

-- Moves a fence on. Called last in a transaction: the row stays locked until it commits, so that versions grow in commit order.
CREATE FUNCTION cache_advance(clock text) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO cache_clock (name, version) VALUES (clock, 1) ON CONFLICT (name) DO UPDATE SET version = cache_clock.version + 1 RETURNING version
$$;

ALTER TABLE dataset ADD CONSTRAINT dataset_state CHECK (state IN ('draft', 'published', 'hidden', 'withdrawn'));
ALTER TABLE dataset ADD CONSTRAINT dataset_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE dataset ADD CONSTRAINT dataset_doi CHECK (doi = '10.23698/aida/' || slug);
ALTER TABLE dataset ADD CONSTRAINT dataset_published_has_version CHECK (state = 'draft' OR current_id IS NOT NULL);
CREATE TRIGGER dataset_version_append_only BEFORE UPDATE OR DELETE ON dataset_version FOR EACH ROW EXECUTE FUNCTION forbid_change();
ALTER TABLE collection_proposal ADD CONSTRAINT collection_proposal_state CHECK (state IN ('proposed', 'taken-up', 'declined'));
ALTER TABLE priority_item ADD CONSTRAINT priority_item_state CHECK (state IN ('wanted', 'collecting', 'collected', 'dropped'));
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_role CHECK (role IN
  ('data-steward', 'request-handler', 'decider', 'reviewer', 'ethics-officer', 'compute-administrator', 'hub-administrator'));
ALTER TABLE role_change ADD CONSTRAINT role_change_action CHECK (action IN ('given', 'taken'));
ALTER TABLE session ADD CONSTRAINT session_method CHECK (method IN ('oidc', 'password', 'passkey', 'persona'));
ALTER TABLE sharing_event ADD CONSTRAINT sharing_event_country CHECK (country ~ '^[A-Z]{2}$');
