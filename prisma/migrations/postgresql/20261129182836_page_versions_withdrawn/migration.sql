-- AlterTable
ALTER TABLE "PortalPage" ADD COLUMN     "holdsSince" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "PortalPageVersion" ADD COLUMN     "withdrawnAt" TIMESTAMP(3),
ADD COLUMN     "withdrawnBy" TEXT,
ADD COLUMN     "withdrawnFor" TEXT;

-- Until now publishing a version again wrote its day anew: it is since when the version holds.
UPDATE "PortalPage" SET "holdsSince" = (
    SELECT "publishedAt" FROM "PortalPageVersion"
    WHERE "pageId" = "PortalPage"."id" AND "number" = "PortalPage"."publishedVersion"
);
