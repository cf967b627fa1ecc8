-- When the owner last followed a link that was mailed for this very session.
ALTER TABLE "session" ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);

-- The session that began the enrolment: no other one reads the secret or ends it. Enrolments begun before this are begun again.
ALTER TABLE "totp_credential" ADD COLUMN "session_id" UUID;
