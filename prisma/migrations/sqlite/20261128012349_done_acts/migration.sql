-- CreateTable
CREATE TABLE "DoneAct" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "result" TEXT NOT NULL,
    "doneAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "DoneAct_doneAt_idx" ON "DoneAct"("doneAt");
