import { type PersonId, type Review, asId, stages } from '@throughline/core';
import type { ImportRequest } from '@throughline/server';
import { type Keeper, namesOf } from '@throughline/storage';
import { oneOf, textOf, textsOf } from './arguments.js';
import { type Given, WrongUse } from './command.js';

const option = '--votes-of';

/** Whose the decisions in the files are, as it was typed: NAME=PERSON, the person by name or by id. */
export async function votesAsked(
  given: Given,
  keeper: Keeper,
  review: Review,
): Promise<NonNullable<ImportRequest['votes']>> {
  const stage = oneOf(textOf(given, 'stage') ?? 'title-abstract', stages, '--stage');
  const names = await namesOf(keeper, review);
  return textsOf(given, 'votes-of').map((typed) => {
    const at = typed.lastIndexOf('=');
    if (at < 0) throw new WrongUse('use.notAPair', { option, given: typed });
    return { by: typed.slice(0, at), person: personCalled(typed.slice(at + 1).trim(), names), stage };
  });
}

function personCalled(typed: string, names: Readonly<Record<string, string>>): PersonId {
  if (names[typed] !== undefined) return asId<PersonId>(typed);
  const found = Object.entries(names).filter(([, name]) => name.toLowerCase() === typed.toLowerCase());
  const [only] = found;
  if (only === undefined || found.length > 1) throw new WrongUse('use.notAPerson', { option, given: typed });
  return asId<PersonId>(only[0]);
}
