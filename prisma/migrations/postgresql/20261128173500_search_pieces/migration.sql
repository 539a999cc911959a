-- Words are now two-character pieces of Han runs, title and body apart. The texts themselves do not stand in the index:
-- the job `search.fill` puts the matters of before into it when the portal starts.
DROP TABLE "search_index";
CREATE TABLE "search_item" (
  "kind" TEXT NOT NULL,
  "item_id" TEXT NOT NULL,
  -- As it is compared.
  "title" TEXT NOT NULL,
  "title_pieces" TSVECTOR NOT NULL,
  -- Of title and body.
  "pieces" TSVECTOR NOT NULL,
  PRIMARY KEY ("kind", "item_id")
);
CREATE INDEX "search_item_pieces" ON "search_item" USING GIN ("pieces");
