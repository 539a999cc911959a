-- CreateTable
CREATE TABLE "ShiftGuest" (
    "id" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "sealedName" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ShiftGuest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShiftGuest_shiftId_addedAt_idx" ON "ShiftGuest"("shiftId", "addedAt");

-- AddForeignKey
ALTER TABLE "ShiftGuest" ADD CONSTRAINT "ShiftGuest_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;
