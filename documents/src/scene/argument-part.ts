import { type ArguedProposition, type Link, homeRef, lineOfArgument } from '@throughline/core';
import { contributionsFigure, lineOfArgumentFigure } from '@throughline/figures';
import { contributions } from '@throughline/core';
import { reportWords } from '@throughline/words';
import { type Block, type Item, type Line, type Section, aside, between, paragraph } from './blocks.js';
import { picture } from './picture.js';
import { type Telling, linkTo, reasonOf, twoCounts } from './told.js';

const words = reportWords.argument;

/** Which report contributes to which third-order construct: the table as a figure. */
export function contributionsPart({ review }: Telling): Section {
  const table = contributions(review);
  const { title, figure } = reportWords.contributions;
  const none = paragraph([reportWords.findings.none], 'absence');
  const blocks = table.levels.length === 0 ? [none] : [picture('contributions', contributionsFigure(table), [figure])];
  return { id: 'contributions', title, blocks };
}

/** Phase 6, how it hangs together: the figure, the propositions in their order, and what they rest on. */
export function argumentPart(telling: Telling): Section {
  const argument = lineOfArgument(telling.review);
  if (argument.propositions.length === 0)
    return { id: 'argument', title: words.title, blocks: [paragraph([words.none], 'absence')] };
  const links = argument.links.filter(({ between: ends }) => ends === 'constructs');
  const blocks: Block[] = [
    picture('line-of-argument', lineOfArgumentFigure(argument), [words.figure]),
    { is: 'list', numbered: true, items: argument.propositions.map((each) => propositionItem(telling, each)) },
  ];
  return {
    id: 'argument',
    title: words.title,
    blocks: links.length === 0 ? blocks : [...blocks, ...constructLinks(telling, links)],
  };
}

function propositionItem(telling: Telling, argued: ArguedProposition): Item {
  const { proposition } = argued;
  const rests = proposition.rests.map((each): Line => [linkTo(telling.review, homeRef(each))]);
  const inferred = proposition.inferred ? [', ', aside(words.inferred)] : [];
  const reason = proposition.inferred ? reasonOf(telling, proposition) : undefined;
  return {
    about: { on: 'synthesise.propositions', id: proposition.id },
    line: [proposition.text, ' ', aside(twoCounts(telling.review, argued))],
    under: [
      { line: [`${words.rests}: `, ...between(rests, '; '), ...inferred] },
      ...(reason === undefined ? [] : [{ line: [aside(reason)] }]),
    ],
  };
}

function constructLinks({ review }: Telling, links: readonly Link[]): Block[] {
  const items = links.map((each): Item => {
    const end = (id: string) => linkTo(review, { on: 'synthesise.constructs', id });
    const beside = [each.note, each.inferred ? words.linkInferred : undefined].filter((said) => said !== undefined);
    return {
      about: { on: 'synthesise.links', id: each.id },
      line: [
        end(each.from),
        ` ${each.sort} `,
        end(each.to),
        ...(beside.length === 0 ? [] : [' ', aside(beside.join('; '))]),
      ],
    };
  });
  return [paragraph([{ as: 'term', text: words.links }]), { is: 'list', items }];
}
