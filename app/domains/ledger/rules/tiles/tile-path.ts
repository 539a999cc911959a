import { LogFault } from '../log-fault';

/** Hashes in a full tile, and leaves in a full bundle of entries (C2SP tlog-tiles). */
export const tileWidth = 256;
/** Levels of the tree that a tile stands for. */
export const tileHeight = 8;
const highestLevel = 63;

/** A file of the log: a tile of hashes, or at the level `entries` a bundle of the entries of a tile of level 0. */
export interface Tile {
  level: number | 'entries';
  index: number;
  /** How many it holds: 256, or fewer at the right end of the tree. */
  width: number;
}

function ensureTile({ level, index, width }: Tile): void {
  const isWhole = (number: number, least: number, most: number) =>
    Number.isSafeInteger(number) && number >= least && number <= most;
  if (level !== 'entries' && !isWhole(level, 0, highestLevel))
    throw new LogFault('tile-path', `no tile has the level ${level}`);
  if (!isWhole(index, 0, Number.MAX_SAFE_INTEGER)) throw new LogFault('tile-path', 'no tile has that number');
  if (!isWhole(width, 1, tileWidth)) throw new LogFault('tile-path', `no tile has ${width} hashes`);
}

/** `tile/<level>/<number>[.p/<width>]`; 1234067 is spelt x001/x234/067. Throws LogFault for what is no tile. */
export function tilePath(tile: Tile): string {
  ensureTile(tile);
  const { level, index, width } = tile;
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/.{3}/g) ?? [];
  const spelt = parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/');
  return `tile/${level}/${spelt}${width === tileWidth ? '' : `.p/${width}`}`;
}

const form = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names; null where it names none, or not in the one spelling that it has. */
export function readTilePath(path: string): Tile | null {
  const [, level = '', spelt = '', width] = form.exec(path) ?? [];
  if (spelt === '') return null;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(spelt.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  try {
    return tilePath(tile) === path ? tile : null;
  } catch (error) {
    if (error instanceof LogFault) return null;
    throw error;
  }
}
