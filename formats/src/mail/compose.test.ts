import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed } from './compose.js';
import { type Message, messageOf } from './message.js';

const plain = { sender: '', senderName: '', subject: '', date: '', html: '', text: '', attached: [], readers: [] };
const again = (message: Message) => messageOf(new TextEncoder().encode(composed(message)));

describe('a letter written', () => {
  it('says the same when it is read again', async () => {
    const message: Message = {
      ...plain,
      sender: 'alerts@example.org',
      senderName: 'Çağla & “Söhne”, <GmbH>',
      subject: 'neue Ergebnisse: „Warten“ 等待 '.repeat(8).trim(),
      date: '2023-01-02T08:30:00.000Z',
      html: '<p>a — b</p>\n',
      text: 'a — b\n',
      attached: [
        {
          name: 'Ergebnisse "1" – ü.ris',
          type: 'text/plain',
          bytes: new TextEncoder().encode('TY  - JOUR\r\nER  - \r\n'),
        },
        { name: '', type: 'application/zip', bytes: Uint8Array.of(0, 255, 10, 13) },
      ],
    };
    expect(await again(message)).toEqual(message);
  });

  it('holds whatever a subject and a text hold', async () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Z}\ufffd]/gu, 'x'));
    await fc.assert(
      fc.asyncProperty(words, words, async (subject, html) => {
        expect(await again({ ...plain, subject, html })).toEqual({ ...plain, subject, html });
      }),
      { numRuns: 30 },
    );
  });

  it('gives away nobody who got it', () => {
    expect(composed({ ...plain, subject: 'a', readers: ['reader@example.org'] })).not.toContain('reader');
  });
});
