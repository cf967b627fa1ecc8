-- How many files a request holds, and how much: counted under its lock, whatever adds one. Rules of those who ask are narrower.
CREATE FUNCTION access_files_limited() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE files bigint; total bigint;
BEGIN
  PERFORM 1 FROM access_request WHERE id = NEW.request_id FOR NO KEY UPDATE;
  SELECT count(*), coalesce(sum(size), 0) INTO files, total FROM access_attachment
    WHERE request_id = NEW.request_id AND redacted_at IS NULL;
  IF files >= 100 OR total + NEW.size > 400000000 THEN
    RAISE EXCEPTION 'a request holds no more files' USING ERRCODE = 'check_violation', CONSTRAINT = 'access_files_limited';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_files_limited BEFORE INSERT ON access_attachment FOR EACH ROW EXECUTE FUNCTION access_files_limited();
