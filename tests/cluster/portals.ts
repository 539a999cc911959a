import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startProgram, until } from './programs';
import type { Program } from './programs';

export interface PortalPlace {
  number: number;
  port: number;
  environment: Record<string, string>;
}

export interface PortalProcess extends Program {
  place: PortalPlace;
}

/** The flags with which bin/gongzhi.mjs serves. */
const flags = ['--heap-growing-percent=50', '--wasm-tiering-budget=200000000'];

/** What all processes of one portal have in common; `home` stands for the folder that they share. */
export function sharedEnvironment(home: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    SESSION_SECRET: randomBytes(24).toString('hex'),
    DATA_KEY: randomBytes(32).toString('base64'),
    BALLOT_KEYS_DIRECTORY: path.join(home, 'ballot-keys'),
    LOG_KEY_DIRECTORY: path.join(home, 'log-key'),
    TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
  };
}

/** Starts one process of the portal from a build; answers before it is ready. */
export function startPortal(home: string, place: PortalPlace, { build, command }: Started): PortalProcess {
  const program = startProgram({
    home,
    name: `portal${place.number}`,
    command: [process.execPath, ...flags, path.join(build, 'cli/gongzhi.js'), command],
    env: { ...place.environment, PORT: String(place.port), GONGZHI_BUILD_DIRECTORY: build },
  });
  return { ...program, place };
}

export interface Started {
  /** The folder of the build. */
  build: string;
  command: 'serve' | 'start';
}

export const isReady = (portal: PortalProcess) =>
  until(
    `process ${portal.place.number} is ready`,
    async () => {
      if (portal.child.exitCode !== null) throw new Error(`Process ${portal.place.number} ended`);
      return (await fetch(`http://127.0.0.1:${portal.place.port}/readyz`)).ok;
    },
    { seconds: 120, log: portal.log },
  );
