import { afterEach, expect, it, vi } from 'vitest';
import { keysAreOn, switchKeys } from './keys-switch';

afterEach(() => vi.unstubAllGlobals());

it('keys are on until they are switched off, and on again after that', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  expect(keysAreOn()).toBe(true);
  switchKeys(false);
  expect(keysAreOn()).toBe(false);
  switchKeys(true);
  expect(keysAreOn()).toBe(true);
});

it('a browser that keeps nothing takes them', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('refused');
    },
    setItem: () => {
      throw new Error('refused');
    },
  });
  switchKeys(false);
  expect(keysAreOn()).toBe(true);
});
