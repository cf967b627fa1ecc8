// What a bare server would search: one table with one text vector, and plain columns to filter and count by.

/** Makes and fills the table of the baseline from the datasets that are loaded; several statements. */
export const bareTable = `
  CREATE TABLE bare_dataset AS
    SELECT e.id, c.card ->> 'slug' AS slug, c.card, c.card -> 'modalities' ->> 0 AS modality, c.card -> 'organs' ->> 0 AS organ,
      (c.card ->> 'annotated')::boolean AS annotated, c.card -> 'licences' ->> 1 AS access, e.published,
      to_tsvector('english', concat_ws(' ', v.record ->> 'title', v.record ->> 'abstract', v.record ->> 'keywords', v.record ->> 'authors',
        v.record ->> 'citations')) AS tsv
    FROM search_entry e JOIN search_card c USING (id) JOIN dataset d ON d.id = e.dataset_id JOIN dataset_version v ON v.id = d.current_id;
  ALTER TABLE bare_dataset ADD PRIMARY KEY (id);
  CREATE INDEX bare_dataset_tsv ON bare_dataset USING gin (tsv) WITH (fastupdate = off);
  CREATE INDEX bare_dataset_published ON bare_dataset (published DESC, id DESC)`
