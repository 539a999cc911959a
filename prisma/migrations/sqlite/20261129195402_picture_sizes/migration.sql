-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN "sizedAt" DATETIME;

-- CreateTable
CREATE TABLE "PictureSize" (
    "fileId" TEXT NOT NULL,
    "edge" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    PRIMARY KEY ("fileId", "edge"),
    CONSTRAINT "PictureSize_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PictureUpload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "fileId" TEXT
);

-- CreateTable
CREATE TABLE "PictureUploadPart" (
    "uploadId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "data" BLOB NOT NULL,

    PRIMARY KEY ("uploadId", "position"),
    CONSTRAINT "PictureUploadPart_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "PictureUpload" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PictureSize_contentHash_idx" ON "PictureSize"("contentHash");

-- CreateIndex
CREATE INDEX "PictureUpload_personId_idx" ON "PictureUpload"("personId");

-- CreateIndex
CREATE INDEX "PictureUpload_createdAt_idx" ON "PictureUpload"("createdAt");

-- CreateIndex
CREATE INDEX "StoredFile_contentHash_idx" ON "StoredFile"("contentHash");

-- CreateIndex
CREATE INDEX "StoredFile_sizedAt_idx" ON "StoredFile"("sizedAt");
