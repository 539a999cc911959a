import { useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { AreaPickerProps } from './area/area-rows';
import { useChosenArea } from './area/use-chosen-area';
import { useOfferedAreas } from './area/use-offered-areas';
import { areaChoice } from '~/i18n/area-choice';
import { useText } from '~/i18n/use-text';
import type { AreaOffered } from '~/lib/choices/area-choices';

export type Combobox = ReturnType<typeof useCombobox>;

/** What a combobox shows, and what keys and presses do with it. */
export function useCombobox(props: AreaPickerProps, input: RefObject<HTMLInputElement>) {
  const { value, choices } = props;
  const field = useChosenArea(choices.known.find(({ id }) => id === value) ?? null, input);
  const list = useOpenList();
  const { options, offered } = useOptions(props, { ...field, open: list.open });
  const choose = (area: AreaOffered) => {
    list.close();
    field.choose(area.id === '' ? null : area);
  };
  const leave = () => {
    list.close();
    field.takeBack();
  };
  // What is offered for other words than those that stand there is not what someone means who has not pointed at it.
  const only = field.typed && offered.asked && options.length === 1 ? options[0] : undefined;
  return {
    ...{ chosen: field.chosen, text: field.text, open: list.open, active: list.active },
    ...{ options, choose, more: offered.more, openList: list.openList },
    status: useStatus(field.text, offered, options.length),
    type: (words: string) => {
      if (field.type(words)) list.openAnew();
    },
    onKeyDown: (event: KeyboardEvent) => onKey(event, { field, list, options, only, choose, leave }),
    toggle: () => {
      input.current?.focus();
      if (list.open) list.close();
      else list.openList();
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) leave();
    },
  };
}

/** Whether the list is open, and which of its lines the keys have reached; -1 for none. */
function useOpenList() {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  return {
    open,
    active,
    openList: () => setOpen(true),
    openAnew: () => {
      setOpen(true);
      setActive(-1);
    },
    close: () => {
      setOpen(false);
      setActive(-1);
    },
    /** Opens the list, or goes on by a line in one that is open: from its end to its beginning. */
    step: (by: number, count: number) => {
      setOpen(true);
      if (!open) setActive(-1);
      else if (count > 0) setActive(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
    },
  };
}

type OpenList = ReturnType<typeof useOpenList>;
type ChosenArea = ReturnType<typeof useChosenArea>;

function useOptions(
  { choices, required, none }: AreaPickerProps,
  { chosen, text, typed, open }: Pick<ChosenArea, 'chosen' | 'text' | 'typed'> & { open: boolean },
) {
  const t = useText(areaChoice);
  const query = typed ? text.trim() : '';
  const offered = useOfferedAreas({ choices, query, under: chosen?.id ?? '', open });
  const nothing: AreaOffered = { id: '', name: none ?? t('none'), trail: '', above: '', below: false };
  return { offered, options: required || typed ? offered.areas : [nothing, ...offered.areas] };
}

function useStatus(query: string, offered: ReturnType<typeof useOfferedAreas>, count: number) {
  const t = useText(areaChoice);
  if (offered.failed) return t('away');
  if (count === 0) return offered.asked && t('found-none', { query });
  return `${t('offered', { count })}${offered.more ? ` ${t('more')}` : ''}`;
}

interface Keyed {
  field: ChosenArea;
  list: OpenList;
  options: readonly AreaOffered[];
  /** What the Enter key chooses where no line is reached. */
  only: AreaOffered | undefined;
  choose: (area: AreaOffered) => void;
  leave: () => void;
}

function onKey(event: KeyboardEvent, { field, list, options, only, choose, leave }: Keyed) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    list.step(step, options.length);
  } else if (event.key === 'Enter' && list.open) {
    event.preventDefault();
    const area = options[list.active] ?? only;
    if (area) choose(area);
  } else if (event.key === 'Escape' && (list.open || field.typed)) {
    event.preventDefault();
    event.stopPropagation();
    leave();
  }
}
