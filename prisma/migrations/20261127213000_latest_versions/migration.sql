-- Feeds and the sitemap list what came out last.
-- CreateIndex
CREATE INDEX "dataset_version_published_at_idx" ON "dataset_version"("published_at");
