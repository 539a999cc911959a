import { paths } from '~/paths';

export type DeviceFault =
  { kind: 'needs-device' | 'known-here' | 'failed' } | { kind: 'elsewhere' | 'refused'; words: string };

export type DeviceAnswer = { credential: string } | { fault: DeviceFault };

interface Asked {
  origin: string;
  options: unknown;
}

/** What the device is to be asked for, or why the portal does not ask. */
async function optionsFor(form: FormData): Promise<Asked | DeviceFault> {
  const body = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(paths.passkeyOptions, { method: 'POST', body }).catch(() => null);
  if (!answer) return { kind: 'failed' };
  const said = (await answer.json().catch(() => null)) as Partial<Asked & { words: string }> | null;
  if (answer.ok && said?.origin !== undefined) return { origin: said.origin, options: said.options };
  return said?.words === undefined ? { kind: 'failed' } : { kind: 'refused', words: said.words };
}

/** The library is loaded when somebody presses the button: pages that offer passkeys stay as small as they were. */
const load = () => import('@simplewebauthn/browser');
type Library = Awaited<ReturnType<typeof load>>;

async function answerOf(library: Library, kind: 'new' | 'use', options: unknown): Promise<unknown> {
  type NewOptions = Parameters<Library['startRegistration']>[0]['optionsJSON'];
  type UseOptions = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
  return kind === 'new'
    ? library.startRegistration({ optionsJSON: options as NewOptions })
    : library.startAuthentication({ optionsJSON: options as UseOptions });
}

/** Lets the device make or use a passkey; `form` says for what. In the browser only. */
export async function turnToDevice(kind: 'new' | 'use', form: FormData): Promise<DeviceAnswer> {
  if (typeof window.PublicKeyCredential === 'undefined') return { fault: { kind: 'needs-device' } };
  const asked = await optionsFor(form);
  if ('kind' in asked) return { fault: asked };
  const { origin, options } = asked;
  if (origin !== window.location.origin) return { fault: { kind: 'elsewhere', words: origin } };
  const library = await load();
  try {
    return { credential: JSON.stringify(await answerOf(library, kind, options)) };
  } catch (error) {
    const isKnown =
      error instanceof library.WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    return { fault: { kind: isKnown ? 'known-here' : 'failed' } };
  }
}
