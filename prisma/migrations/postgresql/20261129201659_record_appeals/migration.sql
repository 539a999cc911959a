-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN     "appealAnswer" TEXT,
ADD COLUMN     "appealAnsweredAt" TIMESTAMP(3),
ADD COLUMN     "appealAnsweredBy" TEXT,
ADD COLUMN     "appealedAt" TIMESTAMP(3);
