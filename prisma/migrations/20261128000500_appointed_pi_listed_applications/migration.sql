-- Why an administrator appointed a principal investigator stands beside the other decisions about a project.
ALTER TABLE project_decision DROP CONSTRAINT project_decision_kind;
ALTER TABLE project_decision ADD CONSTRAINT project_decision_kind CHECK (kind IN ('ended', 'extended', 'quota', 'appointed'));

-- AlterTable
ALTER TABLE "project_application" ADD COLUMN     "listed" BOOLEAN NOT NULL DEFAULT false;
