import { paths } from './paths';

/**
 * Where something is done for an organisation: at once by who acts for it already, else over the choice for whom one
 * acts, which leads on.
 */
export function actingPath(
  { actingFor }: { actingFor: { organisationId: string } | null },
  organisationId: string,
  path: string,
): string {
  if (actingFor?.organisationId === organisationId) return path;
  return `${paths.actFor}?${new URLSearchParams({ for: organisationId, next: path }).toString()}`;
}
