-- DropIndex
DROP INDEX "Shift_seriesId_idx";

-- AlterTable
ALTER TABLE "Shift" DROP COLUMN "seriesId";

-- DropTable
DROP TABLE "ShiftSeries";
