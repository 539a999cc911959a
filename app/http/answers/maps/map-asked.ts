import { stages } from '~/domains/stages';
import type { Place } from '~/lib/geo/distance';
import { isAreaId } from '~/lib/geo/division-code';

/** "30.3137,112.2499", with the comma of either language or a space; what is none is not asked for. */
export function placeIn(text: string | null): Place | undefined {
  const [, north, east] =
    /^\s*(-?\d{1,2}(?:\.\d{1,12})?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*$/.exec(text ?? '') ?? [];
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** What the address of the map asks for; what it does not know is left out. */
export function mapAsked(
  asked: URLSearchParams,
  { kinds, categories }: { kinds: readonly string[]; categories: readonly string[] },
) {
  const areaId = asked.get('area') ?? '';
  return {
    areaId: isAreaId(areaId) ? areaId : undefined,
    category: categories.find((category) => category === asked.get('category')),
    kind: kinds.find((kind) => kind === asked.get('kind')),
    stage: stages.find((stage) => stage === asked.get('stage')),
    near: placeIn(asked.get('near')),
  };
}
