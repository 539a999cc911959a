-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "sizedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "PictureSize" (
    "fileId" TEXT NOT NULL,
    "edge" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "PictureSize_pkey" PRIMARY KEY ("fileId","edge")
);

-- CreateTable
CREATE TABLE "PictureUpload" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "fileId" TEXT,

    CONSTRAINT "PictureUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PictureUploadPart" (
    "uploadId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "PictureUploadPart_pkey" PRIMARY KEY ("uploadId","position")
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

-- AddForeignKey
ALTER TABLE "PictureSize" ADD CONSTRAINT "PictureSize_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureUploadPart" ADD CONSTRAINT "PictureUploadPart_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "PictureUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
