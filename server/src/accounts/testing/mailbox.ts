import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Mail, openMail } from '../../mail.js';

export interface Received {
  readonly to: readonly string[];
  readonly text: string;
}

/** A real mail server on this machine, which keeps what it gets. */
export interface Mailbox {
  readonly mail: Mail;
  readonly received: readonly Received[];
  /** The links in what one address got, the latest last. */
  linksTo(email: string): string[];
  /** From now on it takes nothing. */
  refuse(): void;
  close(): Promise<void>;
}

export async function mailbox(): Promise<Mailbox> {
  const received: Received[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refusing ? new Error('no such mailbox') : null),
    onData: (stream, session, callback) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, text: plain(Buffer.concat(pieces).toString('utf8')) });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mail = openMail({ url: `smtp://127.0.0.1:${port}`, from: 'Throughline <no-reply@example.org>' });
  return {
    mail,
    received,
    linksTo: (email) =>
      received
        .filter(({ to }) => to.includes(email))
        .flatMap(({ text }) => text.match(/https?:\/\/\S+\/(join|reset)\S+/g) ?? []),
    refuse: () => {
      refusing = true;
    },
    close: async () => {
      mail.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Long lines are cut and signs written as =3D on the way (quoted-printable). */
const plain = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
