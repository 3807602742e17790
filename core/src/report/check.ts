import { grouped } from '../grouped.js';
import { saidUnlikeRead } from '../gather/said.js';
import { countTwice, studiesOf } from '../read/studies.js';
import { disagreements } from '../screen/decisions.js';
import { type Countable, type StatedCount, countable } from '../stated.js';
import { gradeOf, reportsOfClaim } from '../synthesise/grades.js';
import { reportsBehind } from '../synthesise/line-of-argument.js';
import { contributions } from '../synthesise/contributions.js';
import { standing } from '../thing.js';
import { fullFlow, heldCounts } from './counts.js';
import { type Finding, find } from './finding.js';
import { reportsUnlikeDecisions } from './included.js';
import { insideRange } from './pages.js';
import type { ReportWorld } from './report.js';

/** Everything that `check` sees, contradictions first. Change conflicts are added by the review itself. */
export function check(world: ReportWorld): Finding[] {
  return [
    ...statedThatDisagree(world),
    ...statedUnlikeHeld(world),
    ...sourcesSaidUnlikeRead(world),
    ...pagesOutsideRange(world),
    ...reportsUnlikeDecisions(world),
    ...noDuplicatesNumber(world),
    ...openDisagreements(world),
    ...claimsWithoutSupport(world),
    ...constructsByStudy(world),
    ...propositionsWithoutSupport(world),
    ...contradictionUnanswered(world),
    ...claimsOnOneStudy(world),
  ];
}

/** Two sources give the same count two values: the founding paper's five or six reports of one project. */
function statedThatDisagree(world: ReportWorld): Finding[] {
  const byCount = grouped(standing(world.floor.counts), ({ of }) => of);
  return [...byCount].flatMap(([of, [first, ...others]]) =>
    others
      .filter((other) => first !== undefined && other.value !== first.value)
      .map((other) =>
        find('stated.disagree', 'contradiction', [first?.id ?? '', other.id], {
          of,
          first: first?.value ?? 0,
          firstSource: first?.source ?? '',
          second: other.value,
          secondSource: other.source,
        }),
      ),
  );
}

function statedUnlikeHeld(world: ReportWorld): Finding[] {
  const present = heldFor(world);
  return standing(world.floor.counts).flatMap((count: StatedCount) => {
    const value = present[count.of];
    if (value === undefined || value === count.value || count.unit !== undefined) return [];
    return [
      find('stated.unlikeHeld', 'contradiction', [count.id], {
        of: count.of,
        stated: count.value,
        held: value,
        source: count.source,
      }),
    ];
  });
}

/** A platform said another number of records than its files brought: something was not exported, or not read. */
const sourcesSaidUnlikeRead = (world: ReportWorld): Finding[] =>
  saidUnlikeRead(world).map(({ source, said, read }) =>
    find('source.saidUnlikeRead', 'contradiction', [source.id], { name: source.name, said, read }),
  );

/** What the log holds of the things that can be stated; what it does not hold record by record is left out. */
function heldFor(world: ReportWorld): Partial<Record<Countable, number>> {
  const counts = heldCounts(world);
  const by = fullFlow(world);
  const included = [...by.databases.includedBy, ...by.others.includedBy];
  const grouped = studiesOf(world).filter(({ reports }) => reports.length > 1);
  const held: Partial<Record<Countable, number>> = {
    'included.reports': counts.includedAtFullText,
    ...(by.includedStudies.basis === 'held' ? { 'included.studies': by.includedStudies.value } : {}),
    ...(grouped.length > 0
      ? { 'reports-of-one-project': Math.max(...grouped.map(({ reports }) => reports.length)) }
      : {}),
  };
  for (const { kind, count } of included) {
    const name = `included.${kind}`;
    if (isCountable(name) && count.basis === 'held') held[name] = count.value;
  }
  for (const arm of [by.databases, by.others]) {
    if (arm.identified.basis === 'held') held[`identified.${arm.arm}`] = arm.identified.value;
  }
  return held;
}

const isCountable = (name: string): name is Countable => (countable as readonly string[]).includes(name);

/** A search of more than one source always meets some records twice; no number for them is a gap in the report. */
function noDuplicatesNumber(world: ReportWorld): Finding[] {
  const { databases } = fullFlow(world);
  const missing = databases.duplicates.basis === 'not reported' && databases.sources.length > 1;
  return missing ? [find('flow.noDuplicates', 'gap', [], { sources: databases.sources.length })] : [];
}

function pagesOutsideRange(world: ReportWorld): Finding[] {
  return standing(world.synthesise.claims).flatMap((claim) =>
    claim.support.flatMap((support) => {
      if (support.by !== 'locator') return [];
      const cited = world.read.reports.get(support.report);
      if (cited?.pages === undefined || insideRange(support.page, cited.pages) !== false) return [];
      const values = { page: support.page, report: cited.label, range: cited.pages };
      return [find('page.outsideRange', 'contradiction', [claim.id, cited.id], values)];
    }),
  );
}

function openDisagreements(world: ReportWorld): Finding[] {
  return disagreements(world).map(({ work, stage }) => find('screen.disagreement', 'gap', [work.id], { stage }));
}

function claimsWithoutSupport(world: ReportWorld): Finding[] {
  return standing(world.synthesise.claims)
    .filter(({ support }) => support.length === 0)
    .map((claim) => find('claim.noSupport', 'gap', [claim.id], { text: claim.text }));
}

function claimsOnOneStudy(world: ReportWorld): Finding[] {
  return standing(world.synthesise.claims).flatMap((claim) => {
    const { reports, studies } = countTwice(world, reportsOfClaim(world, claim));
    if (studies.length !== 1) return [];
    return [
      find('claim.oneStudy', 'thin', [claim.id], {
        text: claim.text,
        reports: reports.length,
        grade: claim.support.map(gradeOf)[0] ?? '',
      }),
    ];
  });
}

function constructsByStudy(world: ReportWorld): Finding[] {
  return contributions(world).levels.flatMap(({ rows }) =>
    rows.flatMap(({ construct, reports, studies }) => {
      if (studies.length > 1) return [];
      const code = studies.length === 1 ? 'construct.oneStudy' : 'construct.noSupport';
      return [
        find(code, studies.length === 1 ? 'thin' : 'gap', [construct.id], {
          name: construct.name,
          reports: reports.length,
        }),
      ];
    }),
  );
}

function propositionsWithoutSupport(world: ReportWorld): Finding[] {
  return standing(world.synthesise.propositions)
    .filter(({ rests }) => rests.every((each) => reportsBehind(world, each).length === 0))
    .map((proposition) => find('proposition.noSupport', 'gap', [proposition.id], { text: proposition.text }));
}

function contradictionUnanswered(world: ReportWorld): Finding[] {
  return standing(world.translate.concepts)
    .filter(({ contradicted }) => contradicted === undefined)
    .map((concept) => find('concept.contradictionUnanswered', 'gap', [concept.id], { name: concept.name }));
}
