-- CreateIndex
CREATE INDEX "Area_name_idx" ON "Area"("name");
