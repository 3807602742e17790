import { contributions, lineOfArgument, standing } from '@throughline/core';
import { contributionsFigure, lineOfArgumentFigure } from '@throughline/figures';
import { counted, fill, laterWords, roomWords } from '@throughline/words';
import { useMemo } from 'react';
import { useReview } from '../../house/HouseContext.js';
import { FigureView } from '../../ui/FigureView.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import { useSelection } from '../../ui/selection.js';
import { Constructs } from './Constructs.js';
import { NewConstructs } from './LevelForms.js';
import { Steps } from './Steps.js';

const words = laterWords.synthesise;

/** Phase 6: third-order constructs, the claims behind them, and the line of argument. */
export function Synthesise() {
  return (
    <Page title={roomWords.synthesise.name} name={roomWords.synthesise.name} purpose={roomWords.synthesise.purpose}>
      <Part title={words.argument} note={words.argumentNote}>
        <Argument />
        <Steps />
      </Part>
      <Part title={words.constructs}>
        <Constructs />
        <NewConstructs />
      </Part>
      <Table3 />
    </Page>
  );
}

function Argument() {
  const { synthesise, ...rest } = useReview();
  const { selected, select } = useSelection();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figure is drawn from these rooms only
  const figure = useMemo(
    () => lineOfArgumentFigure(lineOfArgument({ synthesise, ...rest })),
    [synthesise, rest.read, rest.translate],
  );
  if (standing(synthesise.propositions).length + standing(synthesise.constructs).length === 0)
    return <Nothing>{words.argumentNone}</Nothing>;
  return <FigureView figure={figure} selected={selected} onSelect={select} />;
}

function Table3() {
  const { synthesise, ...rest } = useReview();
  const { selected, select } = useSelection();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is drawn from these rooms only
  const found = useMemo(() => contributions({ synthesise, ...rest }), [synthesise, rest.read, rest.translate]);
  const figure = useMemo(() => contributionsFigure(found), [found]);
  return (
    <Part title={words.table} note={fill(words.marks, { marks: counted(found.marks, 'mark') })}>
      {found.marks === 0 ? (
        <Nothing>{words.tableNone}</Nothing>
      ) : (
        <FigureView figure={figure} selected={selected} onSelect={select} />
      )}
    </Part>
  );
}
