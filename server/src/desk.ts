import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  type Brought,
  type BroughtDocument,
  type BroughtFile,
  type ChangeId,
  type Desk,
  type ImportId,
  type Material,
  type PersonId,
  type Proposal,
  type ReviewId,
  type SourceId,
  type Stopped,
  asId,
  journey,
} from '@throughline/core';
import { type Keeper, OpenReview, personCard, type sha256Of } from '@throughline/storage';
import type { Problem } from '@throughline/wire';
import { textToAttach } from './attach-text.js';
import { derivedId } from './derived-id.js';
import { importFile } from './import-file.js';
import { Texts, placeWords } from './place-words.js';
import { isProblem } from './problem.js';

/** A journey ends at the first thing that is refused. What was accepted before it stays. */
export class JourneyStopped extends Error {
  constructor(
    readonly thing: Brought,
    /** A refusal of core, or what is wrong with a file. */
    readonly refusal: Stopped['refusal'] | Problem,
  ) {
    super(`${thing.thing} ${thing.id}: ${refusal.code}`);
    this.name = 'JourneyStopped';
  }
}

/**
 * The desk at which a journey reaches an open review, by the same path as a page or a command. `folder` holds the files
 * that the material names; `names` has what stands on people's cards, by their ids. The ids of the changes follow from
 * the things, so that a journey that was interrupted can be made again from its beginning, and nothing is there twice.
 */
export function deskFor(open: OpenReview, folder: string, names: Readonly<Record<string, string>>): Desk {
  return new OwnDesk(open, folder, names);
}

/** Makes a whole review from its material. The review stays open, for the caller to go on with or to close. */
export async function buildReview(
  keeper: Keeper,
  folder: string,
  material: Material,
  names: Readonly<Record<string, string>>,
): Promise<OpenReview> {
  const about = material.start.find(({ thing }) => thing === 'review');
  if (about === undefined) throw new TypeError('the material starts no review');
  const open = await OpenReview.begin(keeper, asId<ReviewId>(about.id));
  try {
    await journey(material, deskFor(open, folder, names));
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

class OwnDesk implements Desk {
  readonly #texts = new Texts();

  constructor(
    private readonly open: OpenReview,
    private readonly folder: string,
    private readonly names: Readonly<Record<string, string>>,
  ) {}

  /** One append for every run of things by the same person at the same time. */
  async make(things: readonly Brought[]): Promise<void> {
    for (const run of runsOf(things)) await this.makeRun(run);
  }

  async importFile(file: BroughtFile): Promise<void> {
    const answer = await importFile(this.open, {
      source: asId<SourceId>(file.source),
      file: { name: basename(file.path), bytes: await readFile(resolve(this.folder, file.path)) },
      import: asId<ImportId>(file.id),
      change: this.changeId('import', file.id),
      again: true,
      by: this.by(file),
      ...at(file),
    });
    if (isProblem(answer))
      throw new JourneyStopped({ thing: 'import', id: file.id, fields: { path: file.path } }, answer);
  }

  async attach(document: BroughtDocument): Promise<void> {
    const { id, report, name, path } = document;
    const bytes = await readFile(resolve(this.folder, path));
    const attached = textToAttach(report, name, path, bytes);
    if (isProblem(attached))
      throw new JourneyStopped({ thing: 'document', id, fields: { report, name, path } }, attached);
    const { fields, contents, text, pages } = attached;
    await this.propose([{ ...document, thing: 'document', fields }], contents);
    this.#texts.put(id, { text, pages });
  }

  private async makeRun(run: readonly Brought[]): Promise<void> {
    const made = run.map((thing) => this.complete(thing));
    const cards = made.flatMap(({ card }) => card ?? []);
    await this.propose(
      made.map(({ thing }) => thing),
      cards,
    );
  }

  /** What a thing needs beside what was brought: a person the hash of a card, a passage its place in the text. */
  private complete(thing: Brought): { thing: Brought; card?: ReturnType<typeof personCard> } {
    if (thing.thing === 'person') {
      const card = personCard(this.names[thing.id] ?? thing.id, `${this.open.id}.${thing.id}`);
      return { thing: { ...thing, fields: { ...thing.fields, card: card.hash } }, card };
    }
    if (thing.thing !== 'passage') return { thing };
    const placed = placeWords(thing.fields, this.#texts);
    if (isProblem(placed)) throw new JourneyStopped(thing, placed);
    return { thing: { ...thing, fields: placed } };
  }

  private async propose(
    things: readonly Brought[],
    contents: readonly { hash: ReturnType<typeof sha256Of>; bytes: Uint8Array }[],
  ): Promise<void> {
    const [first] = things;
    if (first === undefined) return;
    const proposals = things.map((thing) => this.proposal(thing));
    const beside = contents.length === 0 ? {} : { beside: { contents } };
    const answers = await this.open.propose(proposals, this.by(first), { ...at(first), ...beside });
    for (const [index, answer] of answers.entries()) {
      if ('refused' in answer) throw new JourneyStopped(things[index] ?? first, answer.refused);
    }
  }

  private proposal({ thing, id, fields, because }: Brought): Proposal {
    return {
      id: this.changeId(thing, id),
      kind: `${thing}.made`,
      version: 1,
      payload: { id, ...fields },
      ...(because === undefined ? {} : { because }),
    };
  }

  private changeId(thing: string, id: string): ChangeId {
    return derivedId(this.open.id, thing, id);
  }

  /** Who brought it; where the material does not say, whoever started the review. */
  private by({ by }: { readonly by?: string }): PersonId {
    const [about] = this.open.review.floor.about;
    const person = by ?? about?.trail.made.by;
    if (person === undefined) throw new TypeError('the material does not say who starts the review');
    return asId<PersonId>(person);
  }
}

const at = ({ at: when }: { readonly at?: string }): { at?: string } => (when === undefined ? {} : { at: when });

/** Things in a row that were brought by the same person at the same time. People come one by one, each with a card. */
function runsOf(things: readonly Brought[]): Brought[][] {
  const runs: Brought[][] = [];
  for (const thing of things) {
    const [first] = runs.at(-1) ?? [];
    if (first !== undefined && goTogether(first, thing)) runs.at(-1)?.push(thing);
    else runs.push([thing]);
  }
  return runs;
}

const goTogether = (a: Brought, b: Brought): boolean =>
  a.by === b.by && a.at === b.at && a.thing !== 'person' && b.thing !== 'person';
