-- A narrow row for what every search reads of every match: the vector itself lies beside it, and the words of the title have a vector of
-- their own, so that a match costs neither its page nor the unpacking of its vector.
ALTER TABLE search_entry ALTER COLUMN tsv SET STORAGE EXTERNAL;
ALTER TABLE search_entry SET (toast_tuple_target = 512);
ALTER TABLE search_entry ADD COLUMN title_words TSVECTOR NOT NULL GENERATED ALWAYS AS (ts_filter(tsv, '{a}')) STORED;
CREATE INDEX search_set_marks ON search_set USING gin (marks) WITH (fastupdate = off);

-- The sets that have any of the values picked of a facet.
CREATE FUNCTION search_passing(picks jsonb, facet text) RETURNS integer[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT s.id FROM search_set s WHERE s.marks && ARRAY(SELECT facet || '=' || v FROM jsonb_array_elements_text(picks -> facet) v))
$$;

-- Counts by set, [[set, …], [datasets, …]], of the columns named, by exact count or from a sample (`lots` of 1024). Set 0 counts all.
CREATE OR REPLACE FUNCTION search_tally(q tsquery, columns text, lots integer) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE cells json;
BEGIN
  EXECUTE format('SELECT json_build_array(array_to_json(array_agg(s)), array_to_json(array_agg(n))) FROM (SELECT coalesce(%s, 0) s,
    count(*) * %s n FROM search_entry WHERE %s tsv @@ $1 GROUP BY GROUPING SETS ((), (%s))) c', columns, 1024 / lots,
    CASE WHEN lots < 1024 THEN 'lot < ' || lots || ' AND' END, replace(columns, ',', '),('))
  INTO cells USING q;
  RETURN cells;
END $$;

-- A whole search in one round trip: hits, counts by set ([[set, …], [datasets, …], [failed, …]]), and the fence of the catalogue under
-- which they were read. A facet with picks is counted without them: drill-sideways. Where the words alone match few enough, one scan
-- does it: each row knows by its sets which picks it fails (bit n for facet n of `picked`), and one that fails a single facet's counts
-- for that facet only. Else each such facet is counted by a search of its own (`beside`). `after` of the request is the `next` of the
-- page before. By relevance the first 40 matches, those with the words in the title before others and newer before older, are ranked,
-- and the rest follow as they stand: ranking every match is what would make a common word slow.
CREATE OR REPLACE FUNCTION search_datasets(request jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
  SET work_mem = '32MB' SET client_min_messages = error AS $$
DECLARE
  picks jsonb := request -> 'picks';
  names text[] := ARRAY(SELECT jsonb_object_keys(picks));
  base tsquery := CASE WHEN cardinality(names) > 0 THEN search_query(request || '{"picks":{}}', NULL) END;
  once boolean := base IS NOT NULL AND search_lots(base) = 1024;
  passing_modality integer[] := CASE WHEN once AND picks ? 'modality' THEN search_passing(picks, 'modality') END;
  passing_subject integer[] := CASE WHEN once AND picks ? 'subject' THEN search_passing(picks, 'subject') END;
  passing_annotated integer[] := CASE WHEN once AND picks ? 'annotated' THEN search_passing(picks, 'annotated') END;
  passing_organ integer[] := CASE WHEN once AND picks ? 'organ' THEN search_passing(picks, 'organ') END;
  passing_year integer[] := CASE WHEN once AND picks ? 'year' THEN search_passing(picks, 'year') END;
  passing_status integer[] := CASE WHEN once AND picks ? 'status' THEN search_passing(picks, 'status') END;
  passing_licence integer[] := CASE WHEN once AND picks ? 'licence' THEN search_passing(picks, 'licence') END;
  passing_size integer[] := CASE WHEN once AND picks ? 'size' THEN search_passing(picks, 'size') END;
  passing_age integer[] := CASE WHEN once AND picks ? 'age' THEN search_passing(picks, 'age') END;
  q tsquery := CASE WHEN once THEN base ELSE search_query(request, NULL) END;
  words tsquery := to_tsquery('catalogue', request ->> 'words');
  in_title tsquery := to_tsquery('catalogue', request ->> 'titleWords');
  ordering text := request ->> 'ordering';
  size integer := request ->> 'size';
  after jsonb := request -> 'after';
  skip integer := CASE WHEN jsonb_array_length(after) = 1 THEN after ->> 0 ELSE '0' END;
  after_beside integer := after ->> 0;
  after_key bigint := after ->> 1;
  after_title text := after ->> 2;
  after_turn integer := after ->> 3;
  lots integer := CASE WHEN once THEN 1024 ELSE search_lots(q) END;
  ranked integer := CASE WHEN ordering = 'relevance' AND after_turn IS NULL THEN 40 ELSE 0 END;
  wanted integer := greatest(ranked, skip + size + 1);
  walked integer[] := CASE WHEN lots < 1024 THEN search_walk(q, ordering, after_key, after_title, after_turn, wanted) END;
  cells json := CASE WHEN lots < 1024 THEN search_tally(q, 'kind,organ,time,terms', lots) END;
  asides json;
  answer json;
BEGIN
  IF NOT once AND cardinality(names) > 0 THEN
    SELECT json_agg(json_build_object('facet', facet, 'lots', l, 'cells', search_tally(b, c, l))) INTO asides
  FROM (SELECT b, c, facet, search_lots(b) AS l FROM (
    SELECT facet, search_query(request, facet) AS b, CASE WHEN facet IN ('modality', 'subject', 'annotated') THEN 'kind'
      WHEN facet IN ('year', 'status') THEN 'time' WHEN facet = 'organ' THEN 'organ' ELSE 'terms' END AS c
    FROM unnest(names) facet OFFSET 0) o OFFSET 0) s;
  END IF;
  WITH matching AS MATERIALIZED (
    SELECT id, kind, organ, time, terms,
      CASE ordering WHEN 'oldest' THEN published WHEN 'title' THEN 0 WHEN 'size' THEN -bytes WHEN 'scans' THEN -scans
        WHEN 'annotations' THEN -annotations ELSE -published END AS key,
      CASE ordering WHEN 'title' THEN title ELSE '' END AS title,
      (ordering = 'relevance' AND walked IS NULL AND NOT title_words @@ in_title)::integer AS beside,
      CASE WHEN passing_modality IS NOT NULL AND kind NOT IN (SELECT unnest(passing_modality)) THEN 1 ELSE 0 END +
      CASE WHEN passing_subject IS NOT NULL AND kind NOT IN (SELECT unnest(passing_subject)) THEN 2 ELSE 0 END +
      CASE WHEN passing_annotated IS NOT NULL AND kind NOT IN (SELECT unnest(passing_annotated)) THEN 4 ELSE 0 END +
      CASE WHEN passing_organ IS NOT NULL AND organ NOT IN (SELECT unnest(passing_organ)) THEN 8 ELSE 0 END +
      CASE WHEN passing_year IS NOT NULL AND time NOT IN (SELECT unnest(passing_year)) THEN 16 ELSE 0 END +
      CASE WHEN passing_status IS NOT NULL AND time NOT IN (SELECT unnest(passing_status)) THEN 32 ELSE 0 END +
      CASE WHEN passing_licence IS NOT NULL AND terms NOT IN (SELECT unnest(passing_licence)) THEN 64 ELSE 0 END +
      CASE WHEN passing_size IS NOT NULL AND terms NOT IN (SELECT unnest(passing_size)) THEN 128 ELSE 0 END +
      CASE WHEN passing_age IS NOT NULL AND terms NOT IN (SELECT unnest(passing_age)) THEN 256 ELSE 0 END AS failed
    FROM search_entry WHERE walked IS NULL AND tsv @@ q
  ), walking AS (
    SELECT id, CASE ordering WHEN 'oldest' THEN published WHEN 'title' THEN 0 WHEN 'size' THEN -bytes WHEN 'scans' THEN -scans
        WHEN 'annotations' THEN -annotations ELSE -published END AS key,
      CASE ordering WHEN 'title' THEN title ELSE '' END AS title, 0 AS beside
    FROM search_entry WHERE id = ANY (walked)
  ), listed AS MATERIALIZED (
    SELECT l.*, row_number() OVER (ORDER BY beside, key, title, turn) AS nth FROM (
      SELECT p.id, p.beside, key, title, turn FROM (SELECT id, beside, key, title FROM matching WHERE failed = 0 UNION ALL
        SELECT id, beside, key, title FROM walking) p, LATERAL (SELECT CASE WHEN ordering IN ('oldest', 'title') THEN p.id ELSE -p.id END AS turn) t
      WHERE after_turn IS NULL OR (p.beside, key, title, turn) > (after_beside, after_key, after_title, after_turn)
      ORDER BY p.beside, key, title, turn LIMIT wanted) l
  ), ordered AS MATERIALIZED (
    SELECT l.*, row_number() OVER (ORDER BY (SELECT ts_rank(e.tsv, words) FROM search_entry e WHERE e.id = l.id AND nth <= ranked) DESC NULLS LAST, nth) AS shown
    FROM listed l
  ), last AS (
    SELECT CASE WHEN skip + size < ranked THEN json_build_array(skip + size) ELSE json_build_array(o.beside, key, title, turn) END AS next
    FROM ordered o WHERE nth = skip + size AND EXISTS (SELECT FROM ordered WHERE nth > skip + size)
  )
  SELECT json_build_object(
    'items', (SELECT json_agg(c.card ORDER BY o.shown) FROM ordered o JOIN search_card c USING (id)
      WHERE o.shown > skip AND o.shown <= skip + size),
    'next', (SELECT next FROM last),
    'lots', lots,
    'cells', coalesce(cells, (SELECT json_build_array(array_to_json(array_agg(s)), array_to_json(array_agg(n)), array_to_json(array_agg(failed))) FROM (
      SELECT coalesce(kind, organ, time, terms, 0) s, count(*) n, failed FROM matching WHERE failed & (failed - 1) = 0
      GROUP BY GROUPING SETS ((failed), (failed, kind), (failed, organ), (failed, time), (failed, terms))) c)),
    'picked', CASE WHEN once THEN ARRAY['modality', 'subject', 'annotated', 'organ', 'year', 'status', 'licence', 'size', 'age'] END,
    'beside', asides,
    'version', (SELECT version FROM cache_clock WHERE name = 'catalogue')) INTO answer;
  RETURN answer;
END $$;
