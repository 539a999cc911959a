-- CreateTable
CREATE TABLE "LogEntry" (
    "index" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" TEXT,
    "secret" TEXT,
    "commitment" TEXT NOT NULL,
    "replaces" INTEGER
);

-- CreateTable
CREATE TABLE "LogTile" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hashes" BLOB NOT NULL,

    PRIMARY KEY ("level", "index")
);

-- CreateTable
CREATE TABLE "LogHead" (
    "size" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LogDue" (
    "eventId" TEXT NOT NULL PRIMARY KEY,
    "replaces" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_eventId_key" ON "LogEntry"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_replaces_key" ON "LogEntry"("replaces");
