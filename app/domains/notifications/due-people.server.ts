/** So many are read at once: a city has more than fit into a list. */
const peopleAPage = 200;

/**
 * Whom a daily mail is due to: the last is a day ago, and the oldest notice since has waited a day. Who wants one of all
 * topics is told in it also what waited for another mail before. `readers` are those who want mails, in SQL.
 */
export const dueDaily = (readers: string) => `SELECT p."id" FROM (${readers}) p
  WHERE (p."mailFrequency" = 'daily' OR p."id" IN (SELECT w."personId" FROM "NoticeWay" w WHERE w."mail" = 'daily'))
    AND p."id" > ? AND (p."digestedAt" IS NULL OR p."digestedAt" <= ?)
    AND EXISTS (SELECT 1 FROM "Notification" n WHERE n."personId" = p."id" AND n."createdAt" <= ?
      AND (n."createdAt" >= COALESCE(p."digestedAt", ?) OR n."bundleAt" >= COALESCE(p."digestedAt", ?))
      AND n."mailedAt" IS NULL AND n."readAt" IS NULL
      AND (n."mailWay" = 'daily' OR p."mailFrequency" = 'daily' AND (n."mailWay" IS NULL OR n."mailWay" = 'immediate')))
  ORDER BY p."id" LIMIT ${peopleAPage}`;
