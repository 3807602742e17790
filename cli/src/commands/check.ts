import { type Finding, findingsOf } from '@throughline/core';
import type { IntegrityFinding } from '@throughline/storage';
import { commandWords, counted, fill, integrityWords, reportWords, sayFinding, weights } from '@throughline/words';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';

const words = commandWords.check;

/** `throughline check FILE`: what a careful reader would stop at, and whether the log itself is whole. */
export const checkCommand: Command = {
  name: 'check',
  takes: [{ name: 'FILE' }],
  options: {},
  summary: commandWords.summaries.check,
  run: (given: Given, io: Io): Promise<Outcome> =>
    withReview(pathAt(io, given.arguments[0] ?? ''), async ({ keeper, open }) =>
      outcomeOf(findingsOf(open.review), await keeper.integrity()),
    ),
};

/** Gaps and thin places are for judgement; contradictions and a log that is not whole do not hold. */
function outcomeOf(findings: readonly Finding[], integrity: readonly IntegrityFinding[]): Outcome {
  const counts = {
    contradiction: count(findings, 'contradiction'),
    gap: count(findings, 'gap'),
    thin: count(findings, 'thin'),
  };
  const holds = counts.contradiction === 0 && integrity.length === 0;
  const json = {
    holds,
    counts,
    findings: findings.map((finding) => ({ ...finding, sentence: sayFinding(finding) })),
    integrity: integrity.map((each) => ({ ...each, sentence: sayIntegrity(each) })),
  };
  return { text: [...findingLines(findings), ...integrityLines(integrity)].join('\n'), json, code: holds ? 0 : 1 };
}

const count = (findings: readonly Finding[], weight: Finding['weight']): number =>
  findings.filter((each) => each.weight === weight).length;

function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [words.nothing];
  const parts = (['contradiction', 'gap', 'thin'] as const).flatMap((weight) => {
    const own = findings.filter((each) => each.weight === weight);
    const lines = own.map(
      (finding) => `  ${sayFinding(finding)}${finding.about.length === 0 ? '' : ` [${finding.about.join(', ')}]`}`,
    );
    return own.length === 0 ? [] : [`${reportWords.check.headings[weight]} (${own.length})`, ...lines, ''];
  });
  const number = (weight: Finding['weight']) =>
    counted(count(findings, weight), weights[weight][0], weights[weight][1]);
  return [
    ...parts,
    fill(words.total, { contradictions: number('contradiction'), gaps: number('gap'), thin: number('thin') }),
  ];
}

function integrityLines(integrity: readonly IntegrityFinding[]): string[] {
  return integrity.length === 0
    ? [words.integrity]
    : [words.notWhole, ...integrity.map((each) => `  ${sayIntegrity(each)}`)];
}

const sayIntegrity = ({ code, values }: IntegrityFinding): string => fill(integrityWords[code] ?? code, values);
