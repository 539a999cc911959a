-- CreateTable
CREATE TABLE "PortalPage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "publishedVersion" INTEGER,
    "withdrawnAt" DATETIME,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PortalPageVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "titleChinese" TEXT NOT NULL,
    "titleEnglish" TEXT NOT NULL,
    "textChinese" TEXT NOT NULL,
    "textEnglish" TEXT NOT NULL,
    "htmlChinese" TEXT NOT NULL,
    "htmlEnglish" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "publishedBy" TEXT,
    "publishedAt" DATETIME,
    CONSTRAINT "PortalPageVersion_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "PortalPage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "PortalPageVersion_pageId_number_key" ON "PortalPageVersion"("pageId", "number");
