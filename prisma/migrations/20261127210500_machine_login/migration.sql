-- AlterTable
ALTER TABLE "machine" ADD COLUMN     "login_name" TEXT NOT NULL DEFAULT 'ubuntu';

ALTER TABLE machine ADD CONSTRAINT machine_login_name CHECK (login_name ~ '^[a-z_][a-z0-9_-]{0,31}$');
