/** Where the objects are: what `FILES_S3` says. */
export interface Bucket {
  /** With the bucket's name as its path. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Reads `https://KEY:SECRET@host/BUCKET?region=REGION`; null where it is none. */
export function bucketOf(text: string): Bucket | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, username, password, searchParams } = new URL(text);
  const name = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(pathname)?.[1];
  if (!/^https?:$/.test(protocol) || !name || username === '' || password === '') return null;
  const [accessKeyId, secretAccessKey] = [written(username), written(password)];
  if (accessKeyId === null || secretAccessKey === null) return null;
  const region = searchParams.get('region') ?? 'us-east-1';
  return { url: `${protocol}//${host}/${name}`, region, accessKeyId, secretAccessKey };
}

/** What was escaped for the address, or null where that makes no text. */
function written(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
