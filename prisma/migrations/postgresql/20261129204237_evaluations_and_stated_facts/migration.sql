-- AlterTable
ALTER TABLE "VolunteerProfile" ADD COLUMN     "services" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "evaluatedAt" TIMESTAMP(3),
ADD COLUMN     "evaluatedBy" TEXT,
ADD COLUMN     "evaluation" TEXT,
ADD COLUMN     "stars" INTEGER;
