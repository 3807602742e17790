import { fieldText } from '../text/field-text.js';
import { latexText } from './latex/latex-text.js';

const part = /^\s*"?\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*([\s\S]*?)"?\s*$/i;

/** BibLaTeX's other way: "family=Hicks, given=Michael, prefix=von". Undefined where the name is written in none. */
export function givenInParts(name: string): string | undefined {
  if (!/^\s*"?\s*(?:family|given|prefix|suffix)\s*=/i.test(name)) return undefined;
  const parts = new Map<string, string>();
  for (const piece of name.split(',')) {
    const [, key = '', value = ''] = part.exec(piece) ?? [];
    parts.set(key.toLowerCase(), fieldText(latexText(value)));
  }
  const family = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
  return [family, parts.get('suffix'), parts.get('given')].filter(Boolean).join(', ');
}
