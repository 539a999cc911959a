-- AlterTable
ALTER TABLE "RoleInvitation" ADD COLUMN "listId" TEXT;
