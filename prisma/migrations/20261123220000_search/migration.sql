-- The search projection: one row per published dataset, written by search_put in the transaction of the command that changes
-- what is public, and read by search_datasets in one round trip. Nothing in it is a truth of its own: it can be dropped and rebuilt.

-- Words are unaccented, then stemmed: "Sjoblom" finds Sjöblom and "metastases" finds metastasis.
CREATE TEXT SEARCH CONFIGURATION catalogue (COPY = english);
ALTER TEXT SEARCH CONFIGURATION catalogue ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;

-- What one dataset states under some facets, {modality=CT,subject=radiology,annotated=yes} say, under a number that never changes:
-- rows are counted by a few small numbers, and read back as values.
CREATE TABLE search_set (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  marks TEXT[] NOT NULL UNIQUE,
  -- The words that people read for each mark.
  labels TEXT[] NOT NULL
);

CREATE TABLE search_entry (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- A number between 0 and 1023 drawn from the id: the rows below a bound are a fair sample.
  lot SMALLINT NOT NULL,
  -- Numbers of search_set: modality with subject and annotated; organ; year with status; licence with size and age.
  kind INTEGER NOT NULL,
  organ INTEGER NOT NULL,
  time INTEGER NOT NULL,
  terms INTEGER NOT NULL,
  -- Sort keys; -1 where the register does not state a figure. `published` in milliseconds since 1970.
  published BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  scans BIGINT NOT NULL,
  annotations BIGINT NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  dataset_id UUID NOT NULL UNIQUE REFERENCES dataset (id),
  -- Words by weight (title A, keywords and codes B, abstract C, the rest D) and, without a place, marks such as `modality=CT`.
  tsv TSVECTOR NOT NULL
);

-- What a hit shows, ready as JSON, and the terms that this dataset lent to search_term.
CREATE TABLE search_card (
  id INTEGER PRIMARY KEY REFERENCES search_entry (id) ON DELETE CASCADE,
  card JSON NOT NULL,
  terms TEXT[] NOT NULL
);

-- Everything a reader may type, with how many public datasets have it: words as spelled, and values of fields.
CREATE TABLE search_term (
  kind TEXT NOT NULL,
  -- Lower case and without accents.
  key TEXT COLLATE "C" NOT NULL,
  label TEXT NOT NULL,
  datasets INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
);

CREATE INDEX search_entry_tsv ON search_entry USING gin (tsv) WITH (fastupdate = off);
CREATE INDEX search_entry_tsv_64th ON search_entry USING gin (tsv) WITH (fastupdate = off) WHERE lot < 16;
CREATE INDEX search_entry_tsv_8th ON search_entry USING gin (tsv) WITH (fastupdate = off) WHERE lot < 128;
CREATE INDEX search_entry_published ON search_entry (published, id);
CREATE INDEX search_entry_bytes ON search_entry (bytes, id);
CREATE INDEX search_entry_scans ON search_entry (scans, id);
CREATE INDEX search_entry_annotations ON search_entry (annotations, id);
CREATE INDEX search_entry_title ON search_entry (title, id);
CREATE INDEX search_term_key ON search_term USING gin (key gin_trgm_ops);
ALTER TABLE search_entry SET (fillfactor = 90);

-- The lexeme of a mark, quoted for the tsquery type, which then takes it as it stands.
CREATE FUNCTION search_mark(kind text, key text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '''' || replace(replace(kind || '=' || key, '\', '\\'), '''', '''''') || ''''
$$;

-- Takes datasets out of the search, with every word that only they had.
CREATE FUNCTION search_drop(datasets uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('search', 0));
  UPDATE search_term t SET datasets = t.datasets - gone.n
  FROM (SELECT split_part(term, '=', 1) AS kind, substr(term, strpos(term, '=') + 1) AS key, count(*) AS n
        FROM search_card c JOIN search_entry e USING (id), unnest(c.terms) term
        WHERE e.dataset_id = ANY (search_drop.datasets) GROUP BY 1, 2) gone
  WHERE t.kind = gone.kind AND t.key = gone.key;
  DELETE FROM search_term t WHERE t.datasets <= 0;
  DELETE FROM search_entry e WHERE e.dataset_id = ANY (search_drop.datasets);
END $$;

-- A list of texts out of JSON.
CREATE FUNCTION search_list(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT jsonb_array_elements_text(list))
$$;

-- The vector of an entry: words by weight, and marks.
CREATE FUNCTION search_vector(entry jsonb) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('catalogue', entry ->> 'a'), 'A') ||
    setweight(to_tsvector('catalogue', entry ->> 'b'), 'B') ||
    setweight(to_tsvector('catalogue', entry ->> 'c'), 'C') ||
    setweight(to_tsvector('catalogue', entry ->> 'd'), 'D') || array_to_tsvector(search_list(entry -> 'marks'))
$$;

-- Puts datasets into the search, in place of what it held of them. Each entry is a SearchEntry of lib/catalogue/rules/search-entry.
CREATE FUNCTION search_put(entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_drop(ARRAY(SELECT (e ->> 'datasetId')::uuid FROM jsonb_array_elements(entries) e));
  INSERT INTO search_set (marks, labels)
    SELECT search_list(s -> 'marks'), search_list(s -> 'labels') FROM jsonb_array_elements(entries) e, jsonb_each(e -> 'sets') _ (name, s)
    ON CONFLICT (marks) DO NOTHING;
  WITH incoming AS MATERIALIZED (
    SELECT e AS entry, e -> 'sets' AS sets, (e ->> 'datasetId')::uuid AS dataset_id FROM jsonb_array_elements(entries) e
  ), put AS (
    INSERT INTO search_entry (lot, kind, organ, time, terms, published, bytes, scans, annotations, title, dataset_id, tsv)
    SELECT hashtextextended(dataset_id::text, 7) & 1023,
      search_set_of(sets -> 'kind'), search_set_of(sets -> 'organ'), search_set_of(sets -> 'time'), search_set_of(sets -> 'terms'),
      (entry ->> 'published')::bigint, (entry ->> 'bytes')::bigint, (entry ->> 'scans')::bigint,
      (entry ->> 'annotations')::bigint, left(entry ->> 'titleKey', 60), dataset_id, search_vector(entry)
    FROM incoming
    RETURNING id, dataset_id
  ), terms AS (
    INSERT INTO search_term (kind, key, label, datasets)
    SELECT t ->> 0, t ->> 1, min(t ->> 2), count(*) FROM incoming, jsonb_array_elements(entry -> 'terms') t GROUP BY 1, 2
    ON CONFLICT (kind, key) DO UPDATE SET datasets = search_term.datasets + excluded.datasets
  )
  INSERT INTO search_card (id, card, terms)
  SELECT id, (entry -> 'card')::json, ARRAY(SELECT (t ->> 0) || '=' || (t ->> 1) FROM jsonb_array_elements(entry -> 'terms') t)
  FROM put JOIN incoming USING (dataset_id);
END $$;

CREATE FUNCTION search_set_of(s jsonb) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT id FROM search_set WHERE marks = search_list(s -> 'marks')
$$;

-- The share of the rows that must be read, in 1024ths: all of them up to some 10 000 matches, else a fair sample of some thousand.
-- 10 000 matches give 156 in the first 64th, give or take 12.
CREATE FUNCTION search_lots(q tsquery) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(*) > 640 THEN 16 WHEN count(*) > 220 THEN 128 ELSE 1024 END FROM search_entry e WHERE e.lot < 16 AND e.tsv @@ q
$$;

-- Counts by set, [[set, datasets], …], of the columns named, by exact count or from a sample (`lots` of 1024). Set 0 counts all.
CREATE FUNCTION search_tally(q tsquery, columns text, lots integer) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE cells json;
BEGIN
  EXECUTE format('SELECT json_agg(json_build_array(s, n)) FROM (SELECT coalesce(%s, 0) s, count(*) * %s n FROM search_entry
    WHERE %s tsv @@ $1 GROUP BY GROUPING SETS ((), (%s))) c', columns, 1024 / lots,
    CASE WHEN lots < 1024 THEN 'lot < ' || lots || ' AND' END, replace(columns, ',', '),('))
  INTO cells USING q;
  RETURN cells;
END $$;

-- The first matches in the order of an index, looking at no more than 30 000 rows; null when that did not fill the page.
CREATE FUNCTION search_walk(q tsquery, ordering text, after_key bigint, after_title text, after_turn integer, wanted integer)
  RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  by_column text := CASE ordering WHEN 'title' THEN 'title' WHEN 'size' THEN 'bytes' WHEN 'scans' THEN 'scans'
    WHEN 'annotations' THEN 'annotations' ELSE 'published' END;
  upward boolean := ordering IN ('oldest', 'title');
  found integer[];
BEGIN
  EXECUTE format(
    'SELECT array_agg(id) FROM (SELECT id FROM (SELECT id, tsv FROM search_entry %s ORDER BY %I %s, id %3$s LIMIT 30000) w
      WHERE tsv @@ $1 LIMIT $2) f',
    CASE WHEN after_turn IS NULL THEN '' ELSE format('WHERE (%I, id) %s (%L, %s)', by_column, CASE WHEN upward THEN '>' ELSE '<' END,
      CASE ordering WHEN 'title' THEN after_title ELSE abs(after_key)::text END, abs(after_turn)) END,
    by_column, CASE WHEN upward THEN 'ASC' ELSE 'DESC' END)
  INTO found USING q, wanted;
  RETURN CASE WHEN cardinality(found) = wanted THEN found END;
END $$;

-- What the filters of a search text demand: of each, any of the values named (`is`), containing a text (`has`), or in a range (`between`).
CREATE FUNCTION search_rule(filters jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  filter jsonb;
  kind text;
  accepted text[];
  condition tsquery;
  rule tsquery;
BEGIN
  FOR filter IN SELECT jsonb_array_elements(filters) LOOP
    kind := filter ->> 'kind';
    accepted := search_list(filter -> 'values');
    IF filter ->> 'how' = 'has' THEN
      accepted := ARRAY(SELECT t.key FROM search_term t WHERE t.kind = filter ->> 'kind'
        AND t.key LIKE ANY (SELECT '%' || v || '%' FROM unnest(accepted) v) LIMIT 2000);
    ELSIF filter ->> 'how' = 'between' THEN
      accepted := ARRAY(SELECT t.key FROM search_term t WHERE t.kind = filter ->> 'kind' AND t.key BETWEEN accepted[1] AND accepted[2]);
    END IF;
    condition := coalesce((SELECT string_agg(search_mark(kind, k), '|') FROM unnest(accepted) k), search_mark('none', ''))::tsquery;
    IF (filter ->> 'excluded')::boolean THEN condition := !!condition; END IF;
    rule := coalesce(rule && condition, condition);
  END LOOP;
  RETURN rule;
END $$;

-- What a search demands, leaving out the picks of one facet. `request` is a SearchRequest of lib/catalogue/rules/search/request.
CREATE FUNCTION search_query(request jsonb, apart_from text) RETURNS tsquery LANGUAGE plpgsql STABLE SET client_min_messages = error AS $$
DECLARE
  everything tsquery := search_mark('all', '')::tsquery;
  words tsquery := to_tsquery('catalogue', request ->> 'words');
  rule tsquery := search_rule(request -> 'filters');
  picked tsquery := (
    SELECT string_agg('(' || (SELECT string_agg(search_mark(facet, v), '|') FROM jsonb_array_elements_text(list) v) || ')', '&')::tsquery
    FROM jsonb_each(request -> 'picks') p (facet, list) WHERE facet IS DISTINCT FROM apart_from);
  q tsquery := CASE WHEN picked IS NULL AND NOT (request ->> 'positive')::boolean OR numnode(words) = 0 THEN everything END;
BEGIN
  -- Words that the language does not count ("the") demand nothing.
  IF numnode(words) > 0 THEN q := coalesce(q && words, words); END IF;
  IF rule IS NOT NULL THEN q := coalesce(q && rule, rule); END IF;
  IF picked IS NOT NULL THEN q := coalesce(q && picked, picked); END IF;
  RETURN coalesce(q, everything);
END $$;

-- How many datasets a search finds, counting no further than 1 000.
CREATE FUNCTION search_count(request jsonb) RETURNS integer LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $$
DECLARE
  q tsquery := search_query(request, NULL);
  n integer;
BEGIN
  SELECT count(*) INTO n FROM (SELECT FROM search_entry WHERE tsv @@ q LIMIT 1000) f;
  RETURN n;
END $$;

-- A whole search in one round trip: hits, counts by set, and the fence of the catalogue under which they were read. A facet with
-- picks is counted without them (`beside`): drill-sideways. `after` of the request is the `next` of the page before.
-- By relevance the first 100 matches, those with the words in the title before others and newer before older, are ranked, and the
-- rest follow as they stand: ranking every match is what would make a common word slow.
CREATE FUNCTION search_datasets(request jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
  SET work_mem = '32MB' SET client_min_messages = error AS $$
DECLARE
  q tsquery := search_query(request, NULL);
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
  lots integer := search_lots(q);
  ranked integer := CASE WHEN ordering = 'relevance' AND after_turn IS NULL THEN 100 ELSE 0 END;
  wanted integer := greatest(ranked, skip + size + 1);
  walked integer[] := CASE WHEN lots < 1024 THEN search_walk(q, ordering, after_key, after_title, after_turn, wanted) END;
  cells json := CASE WHEN lots < 1024 THEN search_tally(q, 'kind,organ,time,terms', lots) END;
  asides json;
  answer json;
BEGIN
  SELECT json_agg(json_build_object('facet', facet, 'lots', l, 'cells', search_tally(b, c, l))) INTO asides
  FROM (SELECT b, c, facet, search_lots(b) AS l FROM (
    SELECT facet, search_query(request, facet) AS b, CASE WHEN facet IN ('modality', 'subject', 'annotated') THEN 'kind'
      WHEN facet IN ('year', 'status') THEN 'time' WHEN facet = 'organ' THEN 'organ' ELSE 'terms' END AS c
    FROM jsonb_object_keys(request -> 'picks') facet OFFSET 0) o OFFSET 0) s;
  WITH matching AS MATERIALIZED (
    SELECT id, kind, organ, time, terms, published, bytes, scans, annotations, title,
      (ordering = 'relevance' AND NOT tsv @@ title_words)::integer AS beside
    FROM search_entry WHERE walked IS NULL AND tsv @@ q
    UNION ALL
    SELECT id, kind, organ, time, terms, published, bytes, scans, annotations, title, 0 FROM search_entry WHERE id = ANY (walked)
  ), placed AS (
    SELECT id, m.beside,
      CASE ordering WHEN 'oldest' THEN published WHEN 'title' THEN 0 WHEN 'size' THEN -bytes WHEN 'scans' THEN -scans
        WHEN 'annotations' THEN -annotations ELSE -published END AS key,
      CASE ordering WHEN 'title' THEN title ELSE '' END AS title,
      CASE WHEN ordering IN ('oldest', 'title') THEN id ELSE -id END AS turn
    FROM matching m
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
    'cells', coalesce(cells, (SELECT json_agg(json_build_array(s, n)) FROM (
      SELECT coalesce(kind, organ, time, terms, 0) s, count(*) n FROM matching GROUP BY GROUPING SETS ((), (kind), (organ), (time), (terms))) c)),
    'beside', asides,
    'version', (SELECT version FROM cache_clock WHERE name = 'catalogue')) INTO answer;
  RETURN answer;
END $$;
