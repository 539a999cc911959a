type Assents = { what: string; organisationId: string; reason: string }[];

/** By what is asked: who has said yes, and the reason of who asked first. */
export function waitingOf(
  assents: Assents,
  organisations: Record<string, { name: string }>,
  own: string | undefined,
) {
  return [...new Set(assents.map(({ what }) => what))].map((what) => {
    const given = assents.filter((one) => one.what === what);
    const names = given.map(({ organisationId }) => organisations[organisationId]?.name ?? '').join(' · ');
    const isOwn = given.some(({ organisationId }) => organisationId === own);
    return { what, names, reason: given[0]?.reason ?? '', own: isOwn };
  });
}
