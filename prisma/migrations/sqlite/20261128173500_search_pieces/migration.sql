-- Words are now two-character pieces of Han runs, title and body apart. The texts themselves do not stand in the index:
-- the job `search.fill` puts the matters of before into it when the portal starts.
DROP TABLE "search_index";
DROP TABLE "search_place";
-- The pieces hold letters, digits and what is not ASCII: the simplest tokenizer takes them as they are, also
-- characters that came to Unicode after FTS5's own tables.
CREATE VIRTUAL TABLE "search_index" USING fts5(title, body, tokenize = 'ascii');
-- What is removed is overwritten in the index, too, as elsewhere in the database.
INSERT INTO "search_index" ("search_index", "rank") VALUES ('secure-delete', 1);
-- Which item a row of the index is of, and its title as it is compared.
CREATE TABLE "search_item" (
  "row" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "item_id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  UNIQUE ("kind", "item_id")
);
