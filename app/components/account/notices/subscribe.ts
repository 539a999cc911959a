import { offlinePaths } from '~/paths-offline';

export type SubscribeAnswer =
  { endpoint: string; p256dh: string; auth: string } | { fault: 'needs-browser' | 'denied' | 'failed' };

const patienceMilliseconds = 15_000;

/** The worker is made ready by the page's own scripts elsewhere too: to register the same one again changes nothing. */
async function readyWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(offlinePaths.serviceWorker);
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('No worker')), patienceMilliseconds),
  );
  return Promise.race([navigator.serviceWorker.ready, late]);
}

/** Of base64url the bytes, as older browsers want the key. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

async function freshSubscription(worker: ServiceWorkerRegistration, publicKey: string) {
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) };
  try {
    return await worker.pushManager.subscribe(options);
  } catch (fault) {
    // One that is bound to another key, as after the portal was set up anew, stands in the way.
    const old = await worker.pushManager.getSubscription();
    if (!old) throw fault;
    await old.unsubscribe();
    return worker.pushManager.subscribe(options);
  }
}

/** Asks the browser whether this device may be told, and for the address at which. In the browser only. */
export async function subscribe(publicKey: string): Promise<SubscribeAnswer> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return { fault: 'needs-browser' };
  if ((await Notification.requestPermission()) !== 'granted') return { fault: 'denied' };
  try {
    const { endpoint, keys } = (await freshSubscription(await readyWorker(), publicKey)).toJSON();
    const { p256dh, auth } = keys ?? {};
    return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : { fault: 'failed' };
  } catch {
    return { fault: 'failed' };
  }
}
