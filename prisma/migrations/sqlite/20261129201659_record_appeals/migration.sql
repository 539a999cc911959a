-- AlterTable
ALTER TABLE "SignUp" ADD COLUMN "appealAnswer" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "appealAnsweredAt" DATETIME;
ALTER TABLE "SignUp" ADD COLUMN "appealAnsweredBy" TEXT;
ALTER TABLE "SignUp" ADD COLUMN "appealedAt" DATETIME;
