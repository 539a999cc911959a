-- DropIndex
DROP INDEX "Shift_seriesId_idx";

-- AlterTable: in place, so that nothing that hangs on shifts is touched.
ALTER TABLE "Shift" DROP COLUMN "seriesId";

-- DropTable
DROP TABLE "ShiftSeries";
