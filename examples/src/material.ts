import { join } from 'node:path';
import type { Material } from '@throughline/core';
import { type RoomFile, readRoomFile } from './room-file.js';

/** An example, ready for the journey. */
export interface Example {
  readonly material: Material;
  /** By person: the desk makes each person's card from it, so that names stay out of the log (L17). */
  readonly names: Readonly<Record<string, string>>;
  readonly title: string;
}

/**
 * Reads a folder of room files as the material of one review, in the order of the journey. Passages come as the words
 * they quote, and people without their cards: the desk anchors the one and makes the other.
 */
export async function readMaterial(dir: string): Promise<Example> {
  const file = (name: string): Promise<RoomFile> => readRoomFile(join(dir, `${name}.json`));
  const start = await file('review');
  const gather = await file('gather');
  const reports = await file('reports');
  const material: Material = {
    start: start.things,
    plan: (await file('plan')).things,
    gather: gather.things,
    files: gather.files,
    routes: (await file('routes')).things,
    screen: (await file('screen')).things,
    reports: [...reports.things, ...(await file('studies')).things],
    documents: reports.documents,
    read: (await file('read')).things,
    relate: (await file('relate')).things,
    translate: (await file('translate')).things,
    synthesise: (await file('synthesise')).things,
    report: (await file('report')).things,
    notes: (await file('notes')).things,
  };
  return { material, names: start.names, title: titleOf(material, dir) };
}

function titleOf({ start }: Material, dir: string): string {
  const title = start.find(({ thing }) => thing === 'review')?.fields.title;
  if (typeof title !== 'string') throw new Error(`${join(dir, 'review.json')} names no review with a title.`);
  return title;
}
