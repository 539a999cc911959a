-- CreateTable
CREATE TABLE "PortalPage" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "publishedVersion" INTEGER,
    "withdrawnAt" TIMESTAMP(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PortalPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortalPageVersion" (
    "id" TEXT NOT NULL,
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
    "savedAt" TIMESTAMP(3) NOT NULL,
    "publishedBy" TEXT,
    "publishedAt" TIMESTAMP(3),

    CONSTRAINT "PortalPageVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PortalPageVersion_pageId_number_key" ON "PortalPageVersion"("pageId", "number");

-- AddForeignKey
ALTER TABLE "PortalPageVersion" ADD CONSTRAINT "PortalPageVersion_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "PortalPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
