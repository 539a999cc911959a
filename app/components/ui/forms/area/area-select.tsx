import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Select } from '../select';
import type { SelectProps } from '../select';

export interface AreaOption {
  id: string;
  name: string;
}

export interface AreaSelectProps extends Omit<SelectProps, 'options'> {
  /** In the order of the tree. */
  areas: readonly AreaOption[];
  /** The empty first option says "all areas": for filters. */
  allAreas?: boolean;
}

/** An area lies below another when its id continues the other's. */
function depths(areas: readonly AreaOption[]): number[] {
  const above: string[] = [];
  return areas.map(({ id }) => {
    while (above.length > 0 && !id.startsWith(above.at(-1) ?? '')) above.pop();
    above.push(id);
    return above.length - 1;
  });
}

/** Areas to choose from, those below an area indented under it. */
export function AreaSelect({ areas, allAreas, ...rest }: AreaSelectProps) {
  const t = useText(common);
  const depth = depths(areas);
  const options = areas.map((area, index) => ({
    value: area.id,
    label: `${'\u3000'.repeat(depth[index] ?? 0)}${area.name}`,
  }));
  return <Select {...rest} options={options} {...(allAreas ? { placeholder: t('area.all') } : {})} />;
}
