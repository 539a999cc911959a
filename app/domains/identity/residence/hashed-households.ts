import { householdText } from './household-key.server';
import type { HashedColumn } from '~/platform/keys/rehash.server';

/** Where the keys of households lie, and beside them the addresses of which they were made. */
export const hashedHouseholds: HashedColumn = {
  ...{ table: 'Person', column: 'householdKey' },
  kept: {
    select: `SELECT "Person"."householdKey" AS "hash", "ResidenceVerification"."sealedAddress" AS "sealed",
        "ResidenceVerification"."areaId" AS "beside"
      FROM "Person" JOIN "ResidenceVerification" ON "ResidenceVerification"."personId" = "Person"."id"
      WHERE "Person"."householdKey" IS NOT NULL AND "ResidenceVerification"."state" = 'confirmed'
        AND "ResidenceVerification"."sealedAddress" <> ''`,
    text: (address, areaId) => householdText(areaId, address),
  },
};
