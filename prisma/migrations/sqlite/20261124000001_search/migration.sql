-- Words for the search, cut by Intl.Segmenter before they come here.
CREATE VIRTUAL TABLE "search_index" USING fts5(
  kind UNINDEXED,
  item_id UNINDEXED,
  area_id UNINDEXED,
  body,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Where an item stands in the index: FTS5 finds rows by rowid only.
CREATE TABLE "search_place" (
  "kind" TEXT NOT NULL,
  "item_id" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  PRIMARY KEY ("kind", "item_id")
) WITHOUT ROWID;
