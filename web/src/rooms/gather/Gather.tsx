import { beginningWords, duplicatesWords, gatheringWords, roomWords } from '@throughline/words';
import { MayWork } from '../../ui/MayWork.js';
import { Page, Part } from '../../ui/Page.js';
import { Bring } from './bring/Bring.js';
import { DuplicatesInShort } from './duplicates/Counts.js';
import { Imports } from './Imports.js';
import { Records } from './Records.js';
import { Routes } from './Routes.js';
import { Sources } from './Sources.js';
import { TakeRecords } from './TakeRecords.js';

const words = beginningWords.gather;

/** Phase 2: where was searched, what came back, and which records are the same report. */
export function Gather() {
  return (
    <Page title={roomWords.gather.name} name={roomWords.gather.name} purpose={roomWords.gather.purpose}>
      <MayWork>
        <Part title={gatheringWords.bring.title} note={gatheringWords.bring.why}>
          <Bring />
        </Part>
      </MayWork>
      <Part title={words.sources}>
        <Sources />
      </Part>
      <Part title={words.imports}>
        <Imports />
      </Part>
      <Part title={duplicatesWords.title}>
        <DuplicatesInShort />
      </Part>
      <Part title={words.records}>
        <Records />
      </Part>
      <Part title={gatheringWords.take.title} note={gatheringWords.take.why}>
        <TakeRecords />
      </Part>
      <Part title={words.routes} note={words.routesNote}>
        <Routes />
      </Part>
    </Page>
  );
}
