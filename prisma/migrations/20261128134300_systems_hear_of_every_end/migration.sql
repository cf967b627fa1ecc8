-- Of what suspends or ends a use every system is told, whatever else it wants to hear: those of before from now on.
UPDATE access_system SET events = (
  SELECT array_agg(kind ORDER BY place) FROM unnest(ARRAY['grant.given', 'grant.changed', 'grant.suspended', 'grant.withdrawn'])
    WITH ORDINALITY AS known (kind, place)
  WHERE kind = ANY (coalesce(events, '{}')) OR kind IN ('grant.suspended', 'grant.withdrawn'));
ALTER TABLE access_system ADD CONSTRAINT access_system_endings
  CHECK (events IS NOT NULL AND events @> ARRAY['grant.suspended', 'grant.withdrawn']);
