const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/HuaweiBrowser/, 'Huawei'],
  [/MiuiBrowser/, 'Mi'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const foundIn = (userAgent: string, among: readonly [RegExp, string][]) =>
  among.find(([sign]) => sign.test(userAgent))?.[1];

/** What a browser calls itself, in the few words by which its owner knows it; empty where nobody would. */
export const deviceName = (userAgent: string): string =>
  [foundIn(userAgent, browsers), foundIn(userAgent, systems)].filter(Boolean).join(' · ');
