export interface SmppAddress {
  host: string;
  port: number;
  tls: boolean;
  systemId: string;
  password: string;
  systemType: string;
}

const defaultPorts = { 'smpp:': 2775, 'smpps:': 3550 } as const;

/** The parts of `smpp://user:password@host:port`, or null where it is none. */
export function smppAddress(url: string): SmppAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  if (protocol !== 'smpp:' && protocol !== 'smpps:') return null;
  if (hostname === '' || port === '0' || username === '') return null;
  try {
    return {
      ...{
        host: hostname.replace(/^\[|\]$/g, ''),
        port: port === '' ? defaultPorts[protocol] : Number(port),
      },
      ...{ tls: protocol === 'smpps:', systemType: searchParams.get('system_type') ?? '' },
      ...{ systemId: decodeURIComponent(username), password: decodeURIComponent(password) },
    };
  } catch {
    return null;
  }
}
