/** One XML element. Attributes that are undefined are left out; numbers are rounded to a hundredth of a pixel. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escaped(value ?? '')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text from outside never becomes markup. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? '#39'};`);

export const round = (value: number): string => String(Math.round(value * 100) / 100 || 0);
