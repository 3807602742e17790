import { describe, expect, it } from 'vitest';
import { decodeLine } from './decode.js';

/** A line in each encoding, from the same text: what it reads as again. */
const inWindows: Readonly<Record<string, number>> = {
  é: 0xe9,
  í: 0xed,
  ó: 0xf3,
  ü: 0xfc,
  ö: 0xf6,
  å: 0xe5,
  ñ: 0xf1,
  Å: 0xc5,
  É: 0xc9,
  ç: 0xe7,
  š: 0x9a,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};
const inMac: Readonly<Record<string, number>> = {
  é: 0x8e,
  í: 0x92,
  ó: 0x97,
  ü: 0x9f,
  ö: 0x9a,
  å: 0x8c,
  ñ: 0x96,
  Å: 0x81,
  É: 0x83,
  ç: 0x8d,
  '’': 0xd5,
  '“': 0xd2,
  '”': 0xd3,
  '–': 0xd0,
};

function bytesIn(table: Readonly<Record<string, number>>, text: string): Uint8Array {
  return Uint8Array.from(text, (each) => table[each] ?? each.charCodeAt(0));
}

const texts = [
  'AU  - García, José',
  'AU  - Müller, Jörg',
  'AU  - Åström, Mårten',
  'TI  - Patients’ accounts of “being parked” – a study of nurses',
  'TI  - La educación, de la formación al cuidado',
  'TI  - L’expérience des aidés, qu’on n’écoute pas – ça va',
  'AU  - O’Brien, Éamon',
];

describe('lines that are not UTF-8', () => {
  it.each(texts)('are told to be from Windows: %s', (text) => {
    expect(decodeLine(bytesIn(inWindows, text))).toEqual({ text, western: true, macRoman: false });
  });

  it.each(texts)('are told to be from a Mac: %s', (text) => {
    expect(decodeLine(bytesIn(inMac, text))).toEqual({ text, western: false, macRoman: true });
  });

  it.each([
    'the cost–benefit of a well—meant plan',
    'Žižek, Slavoj',
    'don’t; children’s; nurses’',
    'Šimić, Đorđe'.replace(/[đĐć]/g, 'c'),
  ])('keep marks that a Mac would read as letters: %s', (text) => {
    const slavic = { ...inWindows, Ž: 0x8e, ž: 0x9e, Š: 0x8a, '—': 0x97 };
    expect(decodeLine(bytesIn(slavic, text)).text).toBe(text);
  });

  it('are from Windows where nothing tells', () => {
    expect(decodeLine(Uint8Array.from([0x4b, 0x9a, 0x6c]))).toEqual({ text: 'Kšl', western: true, macRoman: false });
  });
});
