-- AlterTable
ALTER TABLE "VolunteerProfile" ADD COLUMN     "showsLevel" BOOLEAN NOT NULL DEFAULT false;
