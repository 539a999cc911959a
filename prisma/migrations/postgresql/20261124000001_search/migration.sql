-- Words for the search, cut by Intl.Segmenter before they come here.
CREATE TABLE "search_index" (
  "kind" TEXT NOT NULL,
  "item_id" TEXT NOT NULL,
  "area_id" TEXT NOT NULL,
  "body" TSVECTOR NOT NULL,
  PRIMARY KEY ("kind", "item_id")
);
CREATE INDEX "search_index_body" ON "search_index" USING GIN ("body");
