import { type Finding, type Ref, findingsOf, whereIs } from '@throughline/core';
import { nameOf, reportWords, sayFinding, thingWord } from '@throughline/words';
import { type Item, type Line, type Section, between, link, paragraph } from './blocks.js';
import { shortened } from './reading-part.js';
import { type Telling, calledHere, ended } from './told.js';

const words = reportWords.check;

/** What a careful reader would stop at, gravest first. */
export function checkPart(telling: Telling): Section {
  const findings = findingsOf(telling.review);
  const weights = (['contradiction', 'gap', 'thin'] as const).filter((weight) =>
    findings.some((each) => each.weight === weight),
  );
  return {
    id: 'check',
    title: words.title,
    blocks: [paragraph([findings.length === 0 ? words.none : words.intro], findings.length === 0 ? 'absence' : 'note')],
    sections: weights.map((weight) => ({
      id: `check-${weight}`,
      title: words.headings[weight],
      blocks: [
        {
          is: 'list',
          items: findings.filter((each) => each.weight === weight).map((each) => findingItem(telling, each)),
        },
      ],
    })),
  };
}

/** A finding as a sentence, with the things it is about; one that the sentence names already is only pointed at. */
function findingItem({ review }: Telling, finding: Finding): Item {
  const said = ended(sayFinding(finding));
  const about = finding.about.map((id) => whereIs(review, id)).filter((ref): ref is Ref => ref !== undefined);
  const links = about.map((ref): Line => {
    const word = thingWord(ref.on);
    const name = shortened(calledHere(review, ref));
    return [link(said.includes(nameOf(review, ref)) ? word : `${word} “${name}”`, ref)];
  });
  return {
    line: [said, ...(links.length === 0 ? [] : [` ${words.about}`, ...between(links, reportWords.check.and), '.'])],
  };
}
