import { standing } from '@throughline/core';
import { flowFigure } from '@throughline/figures';
import { beginningWords, fill, roomWords, statementWords, votingWords } from '@throughline/words';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useHouse, useReview, useServer } from '../../house/HouseContext.js';
import { FigureView } from '../../ui/FigureView.js';
import { MayWork } from '../../ui/MayWork.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import { useSelection } from '../../ui/selection.js';
import { Table } from '../../ui/Table.js';
import { BlindStages } from './BlindStages.js';
import { Decisions } from './Decisions.js';
import { Disagreements } from './Disagreements.js';
import { NextRecord } from './NextRecord.js';
import { StatedCounts } from './StatedCounts.js';

const words = beginningWords.screen;

/** Phase 2 goes on: the flow, who said what of each record, and what follows. */
export function Screen() {
  return (
    <Page title={roomWords.screen.name} name={roomWords.screen.name} purpose={roomWords.screen.purpose}>
      <MayWork>
        <NextRecord />
        <Part title={votingWords.disagreements} note={votingWords.disagreementsNote}>
          <BlindStages />
          <Disagreements />
        </Part>
      </MayWork>
      <Part title={words.flow} note={words.flowNote}>
        <Flow />
      </Part>
      <Part title={words.statedHeld} note={words.statedHeldWhy}>
        <StatedCounts />
      </Part>
      <Part title={words.share}>
        <Shares />
      </Part>
      <Part title={words.decisions} note={words.decisionsNote}>
        <Decisions />
      </Part>
    </Page>
  );
}

function Flow() {
  const { stored } = useHouse();
  const server = useServer();
  const { selected, select } = useSelection();
  const flow = useQuery({
    queryKey: ['flow', server.review, stored],
    queryFn: server.flow,
    placeholderData: (before) => before,
  });
  const figure = useMemo(() => flow.data && flowFigure(flow.data), [flow.data]);
  if (flow.isError) return <Nothing>{statementWords.failed}</Nothing>;
  if (figure === undefined) return <Nothing>{statementWords.loading}</Nothing>;
  return <FigureView figure={figure} selected={selected} onSelect={select} />;
}

function Shares() {
  const { screen } = useReview();
  const shares = standing(screen.shares);
  if (shares.length === 0) return <Nothing>{words.shareNone}</Nothing>;
  return (
    <Table caption={words.share} heads={[words.stage, words.rule, words.settledBy, '']}>
      {shares.map(({ id, stage, rule, part, settledBy, note }) => (
        <tr key={id}>
          <th scope="row">{words.stages[stage]}</th>
          <td>{fill(words.rules[rule], { part: Math.round((part ?? 0) * 100) })}</td>
          <td>{settledBy}</td>
          <td>{note}</td>
        </tr>
      ))}
    </Table>
  );
}
