-- AlterTable
ALTER TABLE "PortalPage" ADD COLUMN "holdsSince" DATETIME;

-- AlterTable
ALTER TABLE "PortalPageVersion" ADD COLUMN "withdrawnAt" DATETIME;
ALTER TABLE "PortalPageVersion" ADD COLUMN "withdrawnBy" TEXT;
ALTER TABLE "PortalPageVersion" ADD COLUMN "withdrawnFor" TEXT;

-- Until now publishing a version again wrote its day anew: it is since when the version holds.
UPDATE "PortalPage" SET "holdsSince" = (
    SELECT "publishedAt" FROM "PortalPageVersion"
    WHERE "pageId" = "PortalPage"."id" AND "number" = "PortalPage"."publishedVersion"
);
