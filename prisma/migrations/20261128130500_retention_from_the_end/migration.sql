-- The ten years of a grant's data are counted from its end, or from a use later than that: while it runs they are in use.
DROP INDEX access_grant_counted;
CREATE INDEX access_grant_counted ON access_grant ((GREATEST(last_used_at, LEAST(ends_at, ended_at))), id);

-- What is noted of data, and that they are to be kept ten years before they are removed, is counted from that moment and from no other.
CREATE FUNCTION demand_counted_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.counted_from IS DISTINCT FROM
    (SELECT GREATEST(last_used_at, LEAST(ends_at, ended_at)) FROM access_grant WHERE id = NEW.grant_id) THEN
    RAISE EXCEPTION 'the years of grant % are not counted from %', NEW.grant_id, NEW.counted_from
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_retention_counted';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER access_retention_counted AFTER INSERT ON access_retention FOR EACH ROW EXECUTE FUNCTION demand_counted_from();
