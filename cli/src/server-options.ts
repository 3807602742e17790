import { type PlaceNamed, type ServerSurroundings, settingsIn } from '@throughline/server';
import { servingWords } from '@throughline/words';
import { textOf } from './arguments.js';
import { type Given, type Option, WrongUse } from './command.js';
import type { Io } from './io.js';
import { pathAt } from './opened.js';

/** How commands name where a team's server keeps its reviews: a folder, or a database. */
export const placeArgument = { name: 'DIR', optional: true } as const;
export const placeOptions: Readonly<Record<string, Option>> = {
  database: { value: 'URL', summary: servingWords.options.database },
  blobs: { value: 'PLACE', summary: servingWords.options.blobs },
};

/** The folder that was named, or the database of the option or of DATABASE_URL. */
export function placeOf(given: Given, io: Io): PlaceNamed {
  const [folder] = given.arguments;
  const said = textOf(given, 'database');
  if (folder !== undefined && said !== undefined)
    throw new WrongUse('use.notTogether', { option: 'DIR', other: '--database' });
  if (folder !== undefined) return { folder: pathAt(io, folder) };
  const database = said ?? io.env.DATABASE_URL;
  if (!database) throw new WrongUse('use.noPlace', { command: given.command });
  const blobs = textOf(given, 'blobs');
  return { database, ...(blobs === undefined ? {} : { blobs }) };
}

/** The port of `--port`, else of PORT, else `otherwise`; 0 means any that is free. */
export function portOf(given: Given, { env }: Io, otherwise: number): number {
  const said = textOf(given, 'port') ?? env.PORT;
  if (said === undefined || said === '') return otherwise;
  const port = Number(said);
  if (!/^\d+$/.test(said) || port > 65_535) throw new WrongUse('use.notAPort', { given: said });
  return port;
}

/** Mail, single sign-on and metrics, as the surroundings of the program say. */
export const surroundings = ({ env }: Io): ServerSurroundings => settingsIn(env);
