import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Found } from '../contract.js';
import { longestMessage } from '../mail/limits.js';
import { FormatProblem } from '../problem.js';
import { alert, recogniseFormat } from '../recognise.js';
import { foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { longestPage } from './page-source.js';

const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'cases.json');
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

/** What the cases hold of their reader, other people and signed links. */
const personal =
  /reader|ana\.lang|ana lang|lunch|TOKEN|AAGBfm|ZZALERT|scisig|hist=|email_for_op|alert_id|oi=|sa=X|usg=/i;

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const keptOf = async (bytes: Uint8Array) => (await alert.kept?.(bytes)) ?? bytes;
const withoutLines = (found: readonly Found[]) => recordsOf(found).map(({ lines: _, ...record }) => record);

function letter(headers: string, body: string): Uint8Array {
  return strToU8(`From: Alerts <no-reply@ovid.com>\nSubject: s\nMIME-Version: 1.0\n${headers}\n\n${body}`);
}

const attachment = (name: string, bytes: Uint8Array) =>
  letter(
    'Content-Type: multipart/mixed; boundary="b"',
    `--b\nContent-Type: application/octet-stream; name="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}\n--b--\n`,
  );

describe('alerts', () => {
  it.each(files)('are known by their bytes: %s', (name) => {
    expect(recogniseFormat(bytesOf(name).subarray(0, 64 * 1024))).toBe(alert);
  });

  it('are no web pages, no exports and no prose', () => {
    for (const text of [
      '<!doctype html><html><body><h1>Rooms</h1><p>Rooms are rooms.</p></body></html>',
      'TY  - JOUR\nTI  - Subject: rooms\nER  - \n',
      'Subject: this is a note\n\nand no letter',
    ]) {
      expect(recogniseFormat(strToU8(text))).not.toBe(alert);
    }
  });

  it.each(files)('hold nothing personal in their records: %s', async (name) => {
    expect(JSON.stringify(await foundIn(alert, bytesOf(name)))).not.toMatch(personal);
  });

  it.each(files)('are kept without anything personal: %s', async (name) => {
    expect(textOf(bytesOf(name))).toMatch(personal);
    const kept = await keptOf(bytesOf(name));
    const decoded = textOf(kept).replace(/\n\n((?:[\w+/]{1,76}={0,2}\n)+)/g, (_, body: string) =>
      textOf(Buffer.from(body, 'base64')),
    );
    expect(decoded).not.toMatch(personal);
  });

  it.each(files)('give the same records out of what is kept: %s', async (name) => {
    const kept = await keptOf(bytesOf(name));
    expect(recogniseFormat(kept.subarray(0, 64 * 1024))).toBe(alert);
    expect(withoutLines(await foundIn(alert, kept))).toEqual(withoutLines(await foundIn(alert, bytesOf(name))));
    expect(textOf(await keptOf(kept))).toBe(textOf(kept));
  });

  it('are kept with a link that stands under other lines', async () => {
    const written =
      'Rooms\nFrom: Google Scholar Alerts\nMore words\n<http://scholar.google.com/scholar_url?url=https://x.example/a&scisig=AAGBfm>';
    const bytes = letter('Content-Type: text/plain', written);
    const kept = await keptOf(bytes);
    expect(withoutLines(await foundIn(alert, kept)).map(({ reference }) => reference.url)).toEqual([
      'https://x.example/a',
    ]);
    expect(textOf(await keptOf(kept))).toBe(textOf(kept));
  });

  it('give each record the lines of its letter', async () => {
    const [first, second, third] = recordsOf(await foundIn(alert, bytesOf('mailbox.mbox')));
    expect([first, second, third].map((record) => record?.lines)).toEqual([
      { from: 1, to: 33 },
      { from: 47, to: 76 },
      { from: 47, to: 76 },
    ]);
  });

  it('come in quoted-printable that was copied out of a letter', async () => {
    const [, body = ''] = textOf(bytesOf('scholar.eml')).split('\r\n\r\n');
    expect(recordsOf(await foundIn(alert, strToU8(body))).map(({ reference }) => reference.title)).toEqual(
      recordsOf(await foundIn(alert, bytesOf('scholar.eml'))).map(({ reference }) => reference.title),
    );
  });

  it('come as the page on which a mail program shows their source', async () => {
    const source = textOf(bytesOf('scholar.eml')).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const page = strToU8(
      `<html><body><pre class="raw_message_text" id="raw_message_text">${source}</pre></body></html>`,
    );
    expect(recordsOf(await foundIn(alert, page))).toHaveLength(3);
    expect(textOf(await keptOf(page))).not.toMatch(personal);
  });

  it('carry archives, and letters that were sent on', async () => {
    const ris = strToU8('TY  - JOUR\nTI  - Rooms\nER  - \n');
    for (const [name, bytes] of [
      ['a.zip', zipSync({ 'a.ris': ris })],
      ['a.ris.gz', gzipSync(ris)],
      ['a.eml', attachment('a.ris', ris)],
    ] as const) {
      const found = await foundIn(alert, attachment(name, bytes));
      expect(recordsOf(found).map(({ reference }) => reference.title)).toEqual(['Rooms']);
    }
    expect(recordsOf(await foundIn(alert, attachment('a.eml', bytesOf('scholar.eml'))))).toHaveLength(3);
  });

  it('say which article has no title', async () => {
    const page =
      '<html><h3><a class="gse_alrt_title" href="https://x.example/a"></a></h3><div>A Roth - 2019</div></html>';
    expect(unreadOf(await foundIn(alert, strToU8(page)))).toMatchObject([{ reason: 'record.unreadable' }]);
  });
});

describe('hostile letters', () => {
  const outcome = async (bytes: Uint8Array) => {
    const found = await foundIn(alert, bytes);
    return found.map((each) =>
      each.kind === 'record' ? 'record' : `${each.kind} ${'reason' in each ? each.reason : ''}`,
    );
  };

  it('with parts in parts in parts are refused', async () => {
    const depth = 5000;
    const open = Array.from(
      { length: depth },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n\n`,
    );
    expect(await outcome(letter('Content-Type: multipart/mixed; boundary="b0"', open.join('')))).toEqual([
      'unread message.unreadable',
    ]);
  });

  it('with more parts than any letter has are refused', async () => {
    const parts = '--b\n\n'.repeat(100_000);
    expect(await outcome(letter('Content-Type: multipart/mixed; boundary="b"', parts))).toEqual([
      'unread message.unreadable',
    ]);
  });

  it('with letters in letters in letters are read as deep as anybody sends them on', async () => {
    const deep = 'Content-Type: message/rfc822\n\n'.repeat(200_000);
    expect(await outcome(letter('Content-Type: message/rfc822', deep))).toEqual(['unread message.unreadable']);
    const nested = (depth: number): Uint8Array =>
      depth === 0 ? bytesOf('scholar.eml') : attachment('inner.eml', nested(depth - 1));
    expect(await outcome(nested(2))).toEqual(['record', 'record', 'record']);
    expect(await outcome(nested(3))).toEqual(['passed-over other-message']);
  });

  it('with more lines than any letter has are refused', async () => {
    expect(await outcome(letter('Content-Type: text/html', '\n'.repeat(490_000)))).toEqual([
      'unread message.unreadable',
    ]);
  });

  it('with endless headers and boundaries are refused', async () => {
    expect(await outcome(letter(`Content-Type: multipart/mixed; boundary="${'b'.repeat(3_000_000)}"`, 'x'))).toEqual([
      'unread message.unreadable',
    ]);
    expect(await outcome(letter(`To: ${'a@b.example, '.repeat(30_000)}`, 'x'))).toEqual(['passed-over other-message']);
  });

  it('longer than letters are refused, and the next is read', async () => {
    const long = `From - Wed Jan 04 08:00:00 2023\nFrom: a@b.example\nSubject: s\n\n${'x'.repeat(longestMessage + 1)}\n\n`;
    const box = Buffer.concat([strToU8(long), bytesOf('mailbox.mbox')]);
    expect(await outcome(box)).toEqual([
      'unread message.unreadable',
      'record',
      'record',
      'record',
      'passed-over other-message',
      'passed-over mail-text',
    ]);
  });

  it.each([
    [
      'quoted-printable garbage',
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable',
      '=3=ZZ='.repeat(20_000).replace(/.{90}/g, '$&\n='),
    ],
    ['base64 garbage', 'Content-Type: text/html\nContent-Transfer-Encoding: base64', '!=?'.repeat(400_000)],
    ['tags in tags', 'Content-Type: text/html', '<div><b><p><a href=x>'.repeat(50_000)],
    ['one endless tag', 'Content-Type: text/html', `<a class="gse_alrt_title" href="${'x'.repeat(1_000_000)}`],
    [
      'addresses in addresses',
      'Content-Type: text/html',
      `<a href="${'https://www.google.com/url?q='.repeat(40_000)}">a b c</a>`,
    ],
    ['at signs', 'Content-Type: text/html', 'a.'.repeat(200_000) + '@'.repeat(200_000)],
    ['brackets behind an address', 'Content-Type: text/html', `https://x.example/${')'.repeat(500_000)}x`],
    ['wrapped nothings', 'Content-Type: text/html', `https://urldefense.com${'/v3/__https://a'.repeat(50_000)}`],
    ['dashes', 'Content-Type: text/plain', `https://x.example ${' - '.repeat(300_000)}2020`],
  ])('of %s are no alert', async (_, headers, body) => {
    expect(await outcome(letter(headers, body))).toEqual(['passed-over other-message']);
  });

  it('that are pages too large to be held are refused in words', async () => {
    const page = new Uint8Array(longestPage + 1).fill(0x20);
    page.set(strToU8('<html><a class="gse_alrt_title">'));
    await expect(foundIn(alert, page)).rejects.toThrow(FormatProblem);
  });
});
