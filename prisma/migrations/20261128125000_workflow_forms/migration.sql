-- AlterTable
ALTER TABLE "access_workflow" ADD COLUMN     "form_id" UUID;

-- CreateIndex
CREATE INDEX "access_workflow_form_id_idx" ON "access_workflow"("form_id");

-- AddForeignKey
ALTER TABLE "access_workflow" ADD CONSTRAINT "access_workflow_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "access_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A workflow asks with a form in use that was published, or with the standard one. The form is held, so that it is not retired meanwhile.
CREATE FUNCTION demand_form_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held access_form;
BEGIN
  SELECT * INTO held FROM access_form
    WHERE CASE WHEN NEW.form_id IS NULL THEN slug = 'standard' ELSE id = NEW.form_id END FOR SHARE;
  IF held.state = 'retired' OR (NEW.form_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM access_form_version WHERE form_id = NEW.form_id)) THEN
    RAISE EXCEPTION 'a workflow cannot ask with this form: it is retired or was never published'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_workflow_form_in_use';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_workflow_form_in_use BEFORE INSERT OR UPDATE OF form_id ON access_workflow
  FOR EACH ROW EXECUTE FUNCTION demand_form_in_use();

-- A form that a workflow asks with is not retired.
CREATE FUNCTION forbid_retiring_used_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM access_workflow WHERE form_id = NEW.id OR (form_id IS NULL AND NEW.slug = 'standard')) THEN
    RAISE EXCEPTION 'requests are made with the form %', NEW.slug
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_form_used';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_form_used BEFORE UPDATE ON access_form
  FOR EACH ROW WHEN (OLD.state = 'active' AND NEW.state = 'retired') EXECUTE FUNCTION forbid_retiring_used_form();
