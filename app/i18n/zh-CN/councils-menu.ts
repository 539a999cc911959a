export const councilsMenu = { councils: '抽选' };
