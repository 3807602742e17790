import type { Pair } from '@throughline/matching';
import type { Why } from '@throughline/wire';

/** Why records are, or may be, the same report. */
export const whyOf = ({
  agree,
  alike,
  contradict,
  special,
}: Pick<Why, 'agree' | 'alike' | 'contradict'> & { readonly special?: string | undefined }): Why => ({
  ...{ agree, alike, contradict },
  ...(special === undefined ? {} : { special }),
});

/**
 * Why several records are: what agrees in every pair that holds them together, what agrees or is alike in every one, and
 * what contradicts in any. A field that is missing in one record is in none.
 */
export function whyOfAll(pairs: readonly Pair[]): Why {
  const [first] = pairs;
  if (first === undefined) return { agree: [], alike: [], contradict: [] };
  const contradict = new Set(pairs.flatMap((pair) => pair.contradict));
  const agree = first.agree.filter((field) => pairs.every((pair) => pair.agree.includes(field)));
  const alike = [...first.agree, ...first.alike].filter(
    (field) =>
      !agree.includes(field) && pairs.every((pair) => pair.agree.includes(field) || pair.alike.includes(field)),
  );
  const special = pairs.find((pair) => pair.special !== undefined)?.special;
  return { agree, alike, contradict: [...contradict], ...(special === undefined ? {} : { special }) };
}
