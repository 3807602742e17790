/** ECMA-376 part 1, 22.9.2.19: characters that XML cannot hold stand as "_x000D_"; the words "_x000D_" as "_x005F_x000D_". */
export function textOf(written: string): string {
  if (!written.includes('_x')) return written;
  return written.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Control characters (`Cc`) but tab and line feed, those from U+007F on which XML holds, and the two that are no characters. */
const notInXml = /(?![\t\n\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu;

/** Text as XML holds it. A carriage return alone would become a line feed. */
export function written(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(notInXml, coded)
    .replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'));
}

function coded(mark: string): string {
  return `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
