import type { councilsMenu as source } from '../zh-CN/councils-menu';

export const councilsMenu: Record<keyof typeof source, string> = { councils: 'Councils' };
