import { basename } from 'node:path';
import { type PersonId, type Review, type ReviewId, type Viewer, aboutReview } from '@throughline/core';
import type { Keeper, OpenReview } from '@throughline/storage';
import type { LiveEvent, ReviewCard } from '@throughline/wire';
import { Duplicates } from './duplicates/duplicates.js';
import type { LiveStream } from './live.js';
import { Past } from './past.js';
import { Recent, Sighting } from './sight.js';
import { viewerIn } from './viewer.js';
import { Views } from './views.js';

/** One review as this process serves it: open, followed by browsers, with its past at hand once somebody asks for it. */
export class Served {
  readonly recent = new Recent();
  /** Which of its records are, or might be, the same report. */
  readonly duplicates: Duplicates;
  readonly #streams = new Set<LiveStream>();
  readonly #views = new Views();
  readonly #stopListening: () => void;
  #past: Promise<Past> | undefined;
  #readPast: Past | undefined;

  constructor(
    readonly open: OpenReview,
    readonly keeper: Keeper,
    /** Where its file is. */
    readonly path: string,
    /** Those who look at it hold its file, as at a desk. */
    readonly holder = false,
  ) {
    this.duplicates = new Duplicates(open, keeper);
    this.#stopListening = open.onChange((change, before, after) =>
      this.happened(new Sighting({ change, before, after })),
    );
  }

  get id(): ReviewId {
    return this.open.id;
  }
  get review(): Review {
    return this.open.review;
  }
  get head(): number {
    return this.open.head;
  }

  viewer(person: PersonId): Viewer {
    return viewerIn(this.review, person, this.holder);
  }

  /** The review as a person may see it (L8): what every answer is made of. */
  seenBy(person: PersonId): Review {
    return this.#views.of(this.review, this.viewer(person));
  }

  /** Everything that was done, to be shown. */
  async past(): Promise<Past> {
    this.#past ??= Past.of(this.keeper, this.id, () => this.head).then((past) => {
      this.#readPast = past;
      return past;
    });
    return this.#past;
  }

  /** How many windows follow. */
  get streams(): number {
    return this.#streams.size;
  }

  follow(stream: LiveStream): () => void {
    this.#streams.add(stream);
    return () => this.#streams.delete(stream);
  }

  /** Tells whoever asked for some long work how far it is. */
  progress(person: PersonId, event: Omit<Extract<LiveEvent, { type: 'progress' }>, 'type'>): void {
    for (const stream of this.#streams) if (stream.person === person) stream.progress({ type: 'progress', ...event });
  }

  card(): ReviewCard {
    const about = aboutReview(this.review);
    const readOnly = this.readOnly();
    return {
      id: this.id,
      title: about?.title ?? basename(this.path),
      invented: about?.invented ?? false,
      file: basename(this.path),
      ...(readOnly === undefined ? {} : { readOnly }),
    };
  }

  endStreams(): void {
    for (const stream of this.#streams) stream.end();
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.endStreams();
    await this.duplicates.close();
    await this.open.close();
    await this.keeper.close();
  }

  private readOnly(): ReviewCard['readOnly'] {
    const { newer } = this.review;
    if (newer.length > 0) return { code: 'review.readOnly', values: { kinds: newer } };
    const problem = this.keeper.readOnly;
    return problem && { code: problem.code, values: problem.values };
  }

  private happened(sighting: Sighting): void {
    this.recent.add(sighting);
    this.#readPast?.add(sighting);
    this.#views.add(sighting, (person) => this.viewer(person));
    for (const stream of this.#streams) toldOrEnded(stream, sighting);
  }
}

/** Who cannot be told comes back with a cursor; the others hear of it all the same. */
function toldOrEnded(stream: LiveStream, sighting: Sighting): void {
  try {
    stream.tell(sighting);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
    stream.end();
  }
}
