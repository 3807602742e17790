import type { Refusal } from './change.js';

/** What a team brings to one room: the things, in order, that it makes there. */
export interface Brought {
  /** "claim": what `claim.made` makes. */
  readonly thing: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Why, where it needs saying: an inference, a grouping. */
  readonly because?: string;
  /** Who and when, where it differs from the room's. */
  readonly by?: string;
  readonly at?: string;
}

/** The material of a whole review, room by room. Files come as the sources gave them. */
export interface Material {
  readonly start: readonly Brought[];
  readonly plan: readonly Brought[];
  readonly gather: readonly Brought[];
  readonly files: readonly BroughtFile[];
  readonly routes: readonly Brought[];
  readonly screen: readonly Brought[];
  readonly reports: readonly Brought[];
  readonly documents: readonly BroughtDocument[];
  readonly read: readonly Brought[];
  readonly relate: readonly Brought[];
  readonly translate: readonly Brought[];
  readonly synthesise: readonly Brought[];
  readonly report: readonly Brought[];
  readonly notes: readonly Brought[];
}

export interface BroughtFile {
  readonly id: string;
  readonly source: string;
  readonly path: string;
  readonly by?: string;
  readonly at?: string;
}

export interface BroughtDocument {
  readonly id: string;
  readonly report: string;
  readonly name: string;
  readonly path: string;
  readonly by?: string;
  readonly at?: string;
}

/** How the journey reaches an open review: the same public path as a page or a command. */
export interface Desk {
  readonly make: (things: readonly Brought[]) => Promise<void>;
  readonly importFile: (file: BroughtFile) => Promise<void>;
  readonly attach: (document: BroughtDocument) => Promise<void>;
}

/** What stopped a journey: the thing, and why it was refused. */
export interface Stopped {
  readonly thing: Brought;
  readonly refusal: Refusal;
}

/**
 * The whole journey of a review, in the order of the method. Each room may use what the rooms before it made, so the
 * order is not free: a vote needs a record, a passage its document, a construct its concepts, a link both its ends.
 */
export async function journey(material: Material, desk: Desk): Promise<void> {
  await desk.make(material.start); //        who we are
  await desk.make(material.plan); //         1  what we ask, why in this way, and what will count
  await desk.make(material.gather); //       2  where we searched
  for (const file of material.files) await desk.importFile(file); //  what the sources gave, as it came
  await desk.make(material.routes); //          and by which way each record reached us
  await desk.make(material.screen); //       2  what each of us said of each record
  await desk.make(material.reports); //      3  the publications we read, and the studies they describe
  for (const document of material.documents) await desk.attach(document);
  await desk.make(material.read); //            whose words say what, and what the authors made of them
  await desk.make(material.relate); //       4  how the studies are related
  await desk.make(material.translate); //    5  how each study's concept reads in terms of the others'
  await desk.make(material.synthesise); //   6  what we make of it, and how it hangs together
  await desk.make(material.report); //       7  what the report has to answer
  await desk.make(material.notes); //           and what we thought on the way
}
