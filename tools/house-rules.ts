import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrows, emptyNames, roof } from './house.js';
import { cycles, type Import, readTree } from './imports.js';

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** "core, formats and figures", or "nothing". */
function list(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const top = (file: string) => file.split('/')[0] ?? '';

/** A folder imports only the folders that its arrow names. */
function againstArrows({ from, to }: Import): string[] {
  const allowed = arrows[top(from)];
  if (allowed === undefined || top(from) === top(to) || allowed.includes(top(to))) return [];
  return [`${from} imports ${to}: of the other folders, ${top(from)} may import ${list(allowed)}.`];
}

/** The rooms in the order that core/src/rooms.ts gives them. */
function roomOrder(root: string): string[] {
  const text = readFileSync(join(root, 'core/src/rooms.ts'), 'utf8');
  return [...text.matchAll(/\bname: '([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The part of core that a file belongs to: a room by name, or the floor, or the roof over all. */
function placeInCore(file: string): { kind: 'floor' | 'roof' | 'room'; name: string } {
  const [, , name = '', inside] = file.split('/');
  if (inside !== undefined) return { kind: 'room', name };
  return { kind: roof.includes(name) ? 'roof' : 'floor', name };
}

/** Inside core a room imports earlier rooms and the floor; the floor imports only the floor. */
function againstRooms({ from, to }: Import, order: string[]): string[] {
  if (!from.startsWith('core/src/') || !to.startsWith('core/src/')) return [];
  const [here, there] = [placeInCore(from), placeInCore(to)];
  if (here.kind === 'roof' || there.kind === 'floor') return [];
  if (here.kind === 'floor') return [`${from} imports ${to}: the floor may import only the floor.`];
  const earlier = order.slice(0, Math.max(0, order.indexOf(here.name)));
  if (there.kind === 'room' && (there.name === here.name || earlier.includes(there.name))) return [];
  return [`${from} imports ${to}: the room ${here.name} may import the floor and, of the rooms, ${list(earlier)}.`];
}

/** A folder in core that is no room would escape the order. */
function unknownRooms(files: string[], order: string[]): string[] {
  const inCore = files.filter((file) => /^core\/src\/[^/]+\//.test(file));
  const unknown = inCore.filter((file) => !order.includes(file.split('/')[2] ?? ''));
  return unknown.map(
    (file) => `${file} is in no room: the folders of core/src are the rooms that core/src/rooms.ts names.`,
  );
}

/** Inside web a room imports core, ui and pdf, never another room. */
function againstWebRooms({ from, to }: Import): string[] {
  const room = (file: string) => /^web\/src\/rooms\/([^/]+)\//.exec(file)?.[1];
  if (room(from) === undefined || room(to) === undefined || room(from) === room(to)) return [];
  return [`${from} imports ${to}: a room of the web may import what all rooms share, never another room.`];
}

/** No folder and no file has a name that says nothing about what it holds. */
function emptyNamed(files: string[]): string[] {
  const empty = (file: string) =>
    file.split('/').find((part) => emptyNames.includes(part.split('.')[0]?.toLowerCase() ?? ''));
  return files.flatMap((file) => {
    const name = empty(file);
    return name === undefined ? [] : [`${file}: the name ${name} does not say what the place holds.`];
  });
}

/** Every breach of the house's rules in a tree, each as one sentence. Tests may import what they need. */
export function breaches(root: string): string[] {
  const { files, imports } = readTree(root);
  const order = roomOrder(root);
  const source = imports.filter(({ from }) => !isTest(from));
  return [
    ...source.flatMap(againstArrows),
    ...source.flatMap((one) => againstRooms(one, order)),
    ...unknownRooms(files, order),
    ...source.flatMap(againstWebRooms),
    ...cycles(imports).map((loop) => `These files import each other in a circle: ${loop.join(' → ')}.`),
    ...emptyNamed(files),
  ];
}
