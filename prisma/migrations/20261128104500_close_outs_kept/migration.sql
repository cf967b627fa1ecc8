-- What was told of the end of a request stays when it is reopened and closed out again.
ALTER TABLE "access_close_out" ADD COLUMN "ordinal" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "access_close_out" DROP CONSTRAINT "access_close_out_pkey",
ADD CONSTRAINT "access_close_out_pkey" PRIMARY KEY ("request_id", "ordinal");
ALTER TABLE "access_close_out" ALTER COLUMN "ordinal" DROP DEFAULT;
ALTER TABLE access_close_out ADD CONSTRAINT access_close_out_ordinal CHECK (ordinal >= 1);

CREATE FUNCTION access_close_out_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was told of the end of a request is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER access_close_out_stays BEFORE UPDATE ON access_close_out FOR EACH ROW EXECUTE FUNCTION access_close_out_stays();
