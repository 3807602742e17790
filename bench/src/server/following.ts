import type { IncomingMessage } from 'node:http';

/** What one open window has heard of the changes of others: each once, or something is wrong. */
export class Following {
  readonly heard = new Set<string>();
  doubled = 0;
  /** How often everything had to be fetched again. */
  again = 0;
  ended = false;
  #rest = '';

  constructor(
    private readonly stream: IncomingMessage,
    private readonly arrived: (change: string) => void,
  ) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => this.#take(text));
    stream.once('close', () => {
      this.ended = true;
    });
    stream.on('error', () => {
      this.ended = true;
    });
  }

  leave(): void {
    this.stream.destroy();
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\n\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#hear(part.slice(part.indexOf('data: ') + 'data: '.length));
  }

  #hear(data: string): void {
    if (data.startsWith('{"type":"again"')) this.again += 1;
    if (!data.startsWith('{"type":"change"')) return;
    const { change } = JSON.parse(data) as { change: { id: string } };
    if (this.heard.has(change.id)) this.doubled += 1;
    this.heard.add(change.id);
    this.arrived(change.id);
  }
}
