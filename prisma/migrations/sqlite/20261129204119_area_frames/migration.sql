-- AlterTable
ALTER TABLE "Area" ADD COLUMN "east" REAL;
ALTER TABLE "Area" ADD COLUMN "north" REAL;
ALTER TABLE "Area" ADD COLUMN "south" REAL;
ALTER TABLE "Area" ADD COLUMN "west" REAL;

-- CreateIndex
CREATE INDEX "Area_south_north_west_east_idx" ON "Area"("south", "north", "west", "east");

-- CreateIndex
CREATE INDEX "Area_latitude_longitude_idx" ON "Area"("latitude", "longitude");
