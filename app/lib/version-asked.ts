/** The number of a version as it stands in an address; undefined where none does. */
export function versionAsked(url: string): number | undefined {
  const text = new URL(url).searchParams.get('version') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
