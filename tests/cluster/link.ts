import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface Link {
  port: number;
  /** From now on nothing comes through in either direction, and nobody is told: as when a network is cut. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/**
 * A way to a port that can be cut. A network namespace would need rights that a newcomer's account and most CI machines
 * have not; here what is sent into the cut is still acknowledged by the system, so that it is noticed no sooner.
 */
export async function openLink(to: number): Promise<Link> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    if (isCut) socket.pause();
  };
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      keep(one);
      one.once('close', () => !isCut && other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.pause();
    },
    mend: () => {
      isCut = false;
      for (const socket of sockets) {
        if (socket.destroyed) continue;
        socket.resume();
      }
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
