-- AlterTable
ALTER TABLE "Area" ADD COLUMN     "east" DOUBLE PRECISION,
ADD COLUMN     "north" DOUBLE PRECISION,
ADD COLUMN     "south" DOUBLE PRECISION,
ADD COLUMN     "west" DOUBLE PRECISION;

-- CreateIndex
CREATE INDEX "Area_south_north_west_east_idx" ON "Area"("south", "north", "west", "east");

-- CreateIndex
CREATE INDEX "Area_latitude_longitude_idx" ON "Area"("latitude", "longitude");
