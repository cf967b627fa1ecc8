-- The words of the title are in the same index as all words: which of the matches have the words in their title is read from it, and no
-- longer from every match.
DROP INDEX search_entry_tsv;
CREATE INDEX search_entry_tsv ON search_entry USING gin (tsv, title_words) WITH (fastupdate = off);

-- What a list is sorted by, upwards; null for `sorting`: the newest first.
CREATE FUNCTION search_key(sorting integer, published bigint, bytes bigint, scans bigint, annotations bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN sorting IS NULL THEN -published WHEN sorting = 1 THEN published WHEN sorting = 2 THEN 0 WHEN sorting = 3 THEN -bytes
    WHEN sorting = 4 THEN -scans ELSE -annotations END
$$;

-- A whole search in one round trip: hits, counts by set ([[set, …], [datasets, …], [failed, …]]), and the fence of the catalogue under
-- which they were read. A facet with picks is counted without them: drill-sideways. Where the words alone match no more than some 300
-- datasets, one scan does it: each row knows by its sets which picks it fails (bit n for facet n of `picked`), and one that fails a
-- single facet's counts for that facet only. Else each such facet is counted by a search of its own (`beside`), of which the index
-- finds the matches. `after` of the request is the `next` of the page before. By relevance the first 40 matches, those with the words
-- in the title before others and newer before older, are ranked, and the rest follow as they stand: ranking every match is what would
-- make a common word slow. Where titles alone fill that list, the matches are only counted, and never kept to be sorted.
CREATE OR REPLACE FUNCTION search_datasets(request jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
  SET work_mem = '32MB' SET client_min_messages = error AS $$
DECLARE
  picks jsonb := request -> 'picks';
  names text[] := ARRAY(SELECT jsonb_object_keys(picks));
  base tsquery := CASE WHEN cardinality(names) > 0 THEN search_query(request || '{"picks":{}}', NULL) END;
  once boolean := base IS NOT NULL AND (SELECT count(*) <= 5 FROM search_entry e WHERE e.lot < 16 AND e.tsv @@ base);
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
  relevant boolean := ordering = 'relevance';
  upward boolean := ordering IN ('oldest', 'title');
  -- Null: by what is newest, as relevance goes where the title does not decide.
  sorting integer := array_position(ARRAY['oldest', 'title', 'size', 'scans', 'annotations'], ordering);
  size integer := request ->> 'size';
  after jsonb := request -> 'after';
  skip integer := CASE WHEN jsonb_array_length(after) = 1 THEN after ->> 0 ELSE '0' END;
  after_beside integer := after ->> 0;
  after_key bigint := after ->> 1;
  after_title text := after ->> 2;
  after_turn integer := after ->> 3;
  lots integer := CASE WHEN once THEN 1024 ELSE search_lots(q) END;
  ranked integer := CASE WHEN relevant AND after_turn IS NULL THEN 40 ELSE 0 END;
  wanted integer := greatest(ranked, skip + size + 1);
  listed integer[] := CASE WHEN lots < 1024 THEN search_walk(q, ordering, after_key, after_title, after_turn, wanted) END;
  cells json := CASE WHEN lots < 1024 THEN search_tally(q, 'kind,organ,time,terms', lots) END;
  walked boolean := listed IS NOT NULL;
  titled integer[];
  asides json;
  next json;
  answer json;
BEGIN
  IF NOT once AND cardinality(names) > 0 THEN
    SELECT json_agg(json_build_object('facet', facet, 'lots', l, 'cells', CASE WHEN l < 1024 THEN search_tally(b, c, l) ELSE (
      SELECT json_build_array(array_to_json(array_agg(s)), array_to_json(array_agg(n))) FROM (
        SELECT CASE c WHEN 'kind' THEN kind WHEN 'organ' THEN organ WHEN 'time' THEN time ELSE terms END s, count(*) n
        FROM search_entry WHERE tsv @@ b GROUP BY 1) o) END)) INTO asides
    FROM (SELECT b, c, facet, search_lots(b) AS l FROM (
      SELECT facet, search_query(request, facet) AS b, CASE WHEN facet IN ('modality', 'subject', 'annotated') THEN 'kind'
        WHEN facet IN ('year', 'status') THEN 'time' WHEN facet = 'organ' THEN 'organ' ELSE 'terms' END AS c
      FROM unnest(names) facet OFFSET 0) o OFFSET 0) s;
  END IF;
  IF NOT walked THEN
    IF relevant THEN
      titled := ARRAY(SELECT id FROM search_entry WHERE tsv @@ q AND title_words @@ in_title ORDER BY published DESC, id DESC);
    END IF;
    IF ranked > 0 AND NOT once AND cells IS NULL AND cardinality(titled) >= wanted THEN
      listed := titled[:wanted];
      SELECT json_build_array(array_to_json(array_agg(s)), array_to_json(array_agg(n))) INTO cells FROM (
        SELECT coalesce(kind, organ, time, terms, 0) s, count(*) n FROM search_entry WHERE tsv @@ q
        GROUP BY GROUPING SETS ((), (kind), (organ), (time), (terms))) c;
    ELSE
      WITH matching AS MATERIALIZED (
        SELECT id, kind, organ, time, terms,
          search_key(sorting, published, bytes, scans, annotations) AS key,
          CASE WHEN sorting = 2 THEN title ELSE '' END AS title,
          CASE WHEN once THEN
            CASE WHEN passing_modality IS NOT NULL AND kind NOT IN (SELECT unnest(passing_modality)) THEN 1 ELSE 0 END +
            CASE WHEN passing_subject IS NOT NULL AND kind NOT IN (SELECT unnest(passing_subject)) THEN 2 ELSE 0 END +
            CASE WHEN passing_annotated IS NOT NULL AND kind NOT IN (SELECT unnest(passing_annotated)) THEN 4 ELSE 0 END +
            CASE WHEN passing_organ IS NOT NULL AND organ NOT IN (SELECT unnest(passing_organ)) THEN 8 ELSE 0 END +
            CASE WHEN passing_year IS NOT NULL AND time NOT IN (SELECT unnest(passing_year)) THEN 16 ELSE 0 END +
            CASE WHEN passing_status IS NOT NULL AND time NOT IN (SELECT unnest(passing_status)) THEN 32 ELSE 0 END +
            CASE WHEN passing_licence IS NOT NULL AND terms NOT IN (SELECT unnest(passing_licence)) THEN 64 ELSE 0 END +
            CASE WHEN passing_size IS NOT NULL AND terms NOT IN (SELECT unnest(passing_size)) THEN 128 ELSE 0 END +
            CASE WHEN passing_age IS NOT NULL AND terms NOT IN (SELECT unnest(passing_age)) THEN 256 ELSE 0 END
          ELSE 0 END AS failed
        FROM search_entry WHERE tsv @@ q
      )
      SELECT ARRAY(
          SELECT id FROM matching m, LATERAL (SELECT (relevant AND m.id NOT IN (SELECT unnest(titled)))::integer AS beside,
            CASE WHEN upward THEN m.id ELSE -m.id END AS turn) p
          WHERE failed = 0 AND (after_turn IS NULL OR (beside, key, title, turn) > (after_beside, after_key, after_title, after_turn))
          ORDER BY beside, key, title, turn LIMIT wanted),
        CASE WHEN cells IS NULL THEN (
          SELECT json_build_array(array_to_json(array_agg(s)), array_to_json(array_agg(n)), array_to_json(array_agg(failed))) FROM (
            SELECT coalesce(kind, organ, time, terms, 0) s, count(*) n, failed FROM matching WHERE failed & (failed - 1) = 0
            GROUP BY GROUPING SETS ((failed), (failed, kind), (failed, organ), (failed, time), (failed, terms))) c) ELSE cells END
      INTO listed, cells;
    END IF;
  END IF;
  IF cardinality(listed) > skip + size THEN
    next := CASE WHEN skip + size < ranked THEN json_build_array(skip + size) ELSE (
      SELECT json_build_array((relevant AND NOT walked AND id <> ALL (titled))::integer,
        search_key(sorting, published, bytes, scans, annotations),
        CASE WHEN sorting = 2 THEN title ELSE '' END, CASE WHEN upward THEN id ELSE -id END)
      FROM search_entry WHERE id = listed[skip + size]) END;
  END IF;
  IF ranked > 0 THEN
    listed := ARRAY(SELECT e.id FROM unnest(listed[1:ranked]) WITH ORDINALITY l (id, nth) JOIN search_entry e USING (id)
      ORDER BY ts_rank(e.tsv, words) DESC, nth) || listed[ranked + 1 :];
  END IF;
  SELECT json_build_object(
    'items', (SELECT json_agg(c.card ORDER BY nth) FROM unnest(listed[skip + 1 : skip + size]) WITH ORDINALITY l (id, nth)
      JOIN search_card c USING (id)),
    'next', next,
    'lots', lots,
    'cells', cells,
    'picked', CASE WHEN once THEN ARRAY['modality', 'subject', 'annotated', 'organ', 'year', 'status', 'licence', 'size', 'age'] END,
    'beside', asides,
    'version', (SELECT version FROM cache_clock WHERE name = 'catalogue')) INTO answer;
  RETURN answer;
END $$;
