-- AlterTable
ALTER TABLE "access_renewal" ADD COLUMN     "declined_for" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "granted_for" UUID[] DEFAULT ARRAY[]::UUID[];

-- No handler's answer takes the place of another's, and what nobody granted is not granted; wishes of before were answered for all at once.
ALTER TABLE access_renewal ADD CONSTRAINT access_renewal_answers CHECK (
  granted_for IS NOT NULL AND declined_for IS NOT NULL AND NOT granted_for && declined_for
  AND (state <> 'declined' OR granted_for = '{}'));
