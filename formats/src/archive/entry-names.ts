/**
 * Names in ZIP archives: UTF-8 where the entry says so or where the bytes are valid UTF-8 (many programs forget to say),
 * else code page 437, as the format's specification (APPNOTE 4.4.4, appendix D) has it.
 */
import { asUtf8 } from '../text/decode.js';

/** What code page 437 has at 0x80 to 0xFF. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

export function entryName(bytes: Uint8Array): string {
  return tidied(asUtf8(bytes) ?? Array.from(bytes, western).join(''));
}

function western(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? '');
}

/** Only shown, never a path on a disk; still without ways out of its folder, drives and control characters. */
function tidied(name: string): string {
  const parts = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/^[a-z]:/i, '')
    .split(/[\\/]/);
  const folder = parts.at(-1) === '' ? '/' : '';
  return `${parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/')}${folder}`;
}
