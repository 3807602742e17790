import { createTransport } from 'nodemailer';

/** A letter in plain words. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters, where the server can. */
export interface Mail {
  /** Rejects where it could not be handed over. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export interface MailOptions {
  /** smtp://name:password@host:port, or smtps://… */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
}

/** Milliseconds that another machine may take to answer. */
const patience = 20_000;

/** A letter never says more than its text: no file or address in it is fetched. */
export function openMail({ url, from }: MailOptions): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      // As a value and not as text: an address with a comma or a line break in it stays one address.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
}
