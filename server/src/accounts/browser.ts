/** What a browser says of itself, as "Firefox on Linux", so that somebody knows their own sessions. Not to be relied on. */
export function browserOf(userAgent: string | undefined): { readonly browser?: string } {
  if (userAgent === undefined) return {};
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  const said = [browser, system].filter((part) => part !== undefined).join(' on ');
  return { browser: said === '' ? userAgent.slice(0, 60) : said };
}

/** The first that is named: later ones claim to be earlier ones. */
const browsers = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg[eA]?\//],
  ['Opera', /OPR\//],
  ['Chrome', /(Chrome|Chromium|CriOS)\//],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

const first = (names: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  names.find(([, shape]) => shape.test(text))?.[0];
