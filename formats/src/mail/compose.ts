import type { AttachedFile, Message } from './message.js';

/** A letter with what a `Message` says of it and nothing else; read again it is the same message, without its readers. */
export function composed(message: Message): string {
  const bodies = [
    ...(message.text === '' ? [] : [part('text/plain', message.text)]),
    ...(message.html === '' ? [] : [part('text/html', message.html)]),
  ];
  const body = bodies.length === 1 ? (bodies[0] ?? '') : multipart('alternative', bodies);
  const all = message.attached.length === 0 ? body : multipart('mixed', [body, ...message.attached.map(attachment)]);
  return `${headersOf(message)}\n${all}`;
}

function headersOf({ sender, senderName, subject, date }: Message): string {
  const from = sender === '' ? [] : [`From: ${senderName === '' ? '' : `${word(senderName)} `}<${sender}>`];
  const lines = [
    ...from,
    ...(subject === '' ? [] : [`Subject: ${word(subject)}`]),
    ...(date === '' ? [] : [`Date: ${date}`]),
  ];
  return [...lines, 'MIME-Version: 1.0'].join('\n');
}

/** An encoded word (RFC 2047) wherever a header's plain text would not do. */
function word(text: string): string {
  if (/^[\w .,!?/-]{1,200}$/.test(text) && text.trim() === text) return text;
  const words: string[] = [];
  for (let rest = [...text]; rest.length > 0; rest = rest.slice(12)) {
    words.push(`=?utf-8?B?${base64(new TextEncoder().encode(rest.slice(0, 12).join('')))}?=`);
  }
  return words.join('\n ');
}

function part(type: string, text: string): string {
  const body = wrapped(base64(new TextEncoder().encode(text)));
  return `Content-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body}\n`;
}

function attachment({ name, type, bytes }: AttachedFile): string {
  const named = name === '' ? '' : `; filename*=utf-8''${encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))}`;
  const body = wrapped(base64(bytes));
  const kind = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
  return `Content-Type: ${kind}\nContent-Disposition: attachment${named}\nContent-Transfer-Encoding: base64\n\n${body}\n`;
}

/** Base64 has no "-", so no part can hold its boundary; the kinds differ, so that they nest. */
function multipart(kind: 'alternative' | 'mixed', parts: readonly string[]): string {
  const boundary = `part-${kind}`;
  const inside = parts.map((each) => `--${boundary}\n${each}`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${inside}--${boundary}--\n`;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const four = [18, 12, 6, 0].map((shift) => digits[(three >> shift) & 63]).join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    groups.push(missing === 0 ? four : four.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return groups.join('');
}

const wrapped = (text: string): string => text.replace(/.{76}(?=.)/g, '$&\n');
