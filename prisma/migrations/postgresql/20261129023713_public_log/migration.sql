-- CreateTable
CREATE TABLE "LogEntry" (
    "index" INTEGER NOT NULL,
    "eventId" TEXT,
    "secret" TEXT,
    "commitment" TEXT NOT NULL,
    "replaces" INTEGER,

    CONSTRAINT "LogEntry_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "LogTile" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "LogTile_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "LogHead" (
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LogHead_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "LogDue" (
    "eventId" TEXT NOT NULL,
    "replaces" INTEGER NOT NULL,

    CONSTRAINT "LogDue_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_eventId_key" ON "LogEntry"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "LogEntry_replaces_key" ON "LogEntry"("replaces");
