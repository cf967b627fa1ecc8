-- A whole search in one round trip: hits, counts by set, and the fence of the catalogue under which they were read. A facet with
-- picks is counted without them: drill-sideways. Where the words alone match few enough, one scan does it: each row knows which
-- picks it fails (bit n for facet n of `picked`), and one that fails a single facet's counts for that facet only. Else each such
-- facet is counted by a search of its own (`beside`). `after` of the request is the `next` of the page before.
-- By relevance the first 100 matches, those with the words in the title before others and newer before older, are ranked, and the
-- rest follow as they stand: ranking every match is what would make a common word slow.
CREATE OR REPLACE FUNCTION search_datasets(request jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
  SET work_mem = '32MB' SET client_min_messages = error AS $$
DECLARE
  picks jsonb := request -> 'picks';
  names text[] := ARRAY(SELECT jsonb_object_keys(picks));
  base tsquery := CASE WHEN cardinality(names) > 0 THEN search_query(request || '{"picks":{}}', NULL) END;
  once boolean := base IS NOT NULL AND search_lots(base) = 1024;
  picked tsquery[] := CASE WHEN once THEN ARRAY(SELECT (SELECT string_agg(search_mark(name, v), '|')
    FROM jsonb_array_elements_text(picks -> name) v)::tsquery FROM unnest(names) WITH ORDINALITY _ (name, nth) ORDER BY nth) END;
  q tsquery := CASE WHEN once THEN base ELSE search_query(request, NULL) END;
  words tsquery := to_tsquery('catalogue', request ->> 'words');
  title_words tsquery := to_tsquery('catalogue', request ->> 'titleWords');
  ordering text := request ->> 'ordering';
  size integer := request ->> 'size';
  after jsonb := request -> 'after';
  skip integer := CASE WHEN jsonb_array_length(after) = 1 THEN after ->> 0 ELSE '0' END;
  after_beside integer := after ->> 0;
  after_key bigint := after ->> 1;
  after_title text := after ->> 2;
  after_turn integer := after ->> 3;
  lots integer := CASE WHEN once THEN 1024 ELSE search_lots(q) END;
  ranked integer := CASE WHEN ordering = 'relevance' AND after_turn IS NULL THEN 100 ELSE 0 END;
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
    SELECT id, kind, organ, time, terms, published, bytes, scans, annotations, title,
      (ordering = 'relevance' AND NOT tsv @@ title_words)::integer AS beside,
      CASE WHEN tsv @@ picked[1] IS FALSE THEN 1 ELSE 0 END + CASE WHEN tsv @@ picked[2] IS FALSE THEN 2 ELSE 0 END +
      CASE WHEN tsv @@ picked[3] IS FALSE THEN 4 ELSE 0 END + CASE WHEN tsv @@ picked[4] IS FALSE THEN 8 ELSE 0 END +
      CASE WHEN tsv @@ picked[5] IS FALSE THEN 16 ELSE 0 END + CASE WHEN tsv @@ picked[6] IS FALSE THEN 32 ELSE 0 END +
      CASE WHEN tsv @@ picked[7] IS FALSE THEN 64 ELSE 0 END + CASE WHEN tsv @@ picked[8] IS FALSE THEN 128 ELSE 0 END +
      CASE WHEN tsv @@ picked[9] IS FALSE THEN 256 ELSE 0 END AS failed
    FROM search_entry WHERE walked IS NULL AND tsv @@ q
    UNION ALL
    SELECT id, kind, organ, time, terms, published, bytes, scans, annotations, title, 0, 0 FROM search_entry WHERE id = ANY (walked)
  ), placed AS (
    SELECT id, m.beside,
      CASE ordering WHEN 'oldest' THEN published WHEN 'title' THEN 0 WHEN 'size' THEN -bytes WHEN 'scans' THEN -scans
        WHEN 'annotations' THEN -annotations ELSE -published END AS key,
      CASE ordering WHEN 'title' THEN title ELSE '' END AS title,
      CASE WHEN ordering IN ('oldest', 'title') THEN id ELSE -id END AS turn
    FROM matching m WHERE failed = 0
  ), listed AS (
    SELECT p.*, row_number() OVER (ORDER BY p.beside, key, title, turn) AS nth FROM placed p
    WHERE after_turn IS NULL OR (p.beside, key, title, turn) > (after_beside, after_key, after_title, after_turn)
    ORDER BY p.beside, key, title, turn LIMIT wanted
  ), ordered AS (
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
    'cells', coalesce(cells, (SELECT json_agg(json_build_array(s, n, failed)) FROM (
      SELECT coalesce(kind, organ, time, terms, 0) s, count(*) n, failed FROM matching WHERE failed & (failed - 1) = 0
      GROUP BY GROUPING SETS ((failed), (failed, kind), (failed, organ), (failed, time), (failed, terms))) c), '[]'::json),
    'picked', CASE WHEN once THEN names END,
    'beside', asides,
    'version', (SELECT version FROM cache_clock WHERE name = 'catalogue')) INTO answer;
  RETURN answer;
END $$;
