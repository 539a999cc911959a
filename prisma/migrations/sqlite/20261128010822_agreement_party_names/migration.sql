-- Columns are added, not the table made anew.
ALTER TABLE "AgreementParty" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AgreementParty" ADD COLUMN "creditCode" TEXT NOT NULL DEFAULT '';

-- What is frozen names its parties as they are called today.
UPDATE "AgreementParty" SET
  "name" = COALESCE((SELECT o."name" FROM "Organisation" o WHERE o."id" = "AgreementParty"."organisationId"), ''),
  "creditCode" = COALESCE((SELECT o."creditCode" FROM "Organisation" o WHERE o."id" = "AgreementParty"."organisationId"), '')
WHERE "agreementId" IN (SELECT "id" FROM "Agreement" WHERE "contentHash" IS NOT NULL);
