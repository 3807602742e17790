import { roomWords, beginningWords } from '@throughline/words';
import { MayWork } from '../../ui/MayWork.js';
import { Page, Part } from '../../ui/Page.js';
import { Doubts } from './Doubts.js';
import { Groups } from './Groups.js';
import { Imports } from './Imports.js';
import { Records } from './Records.js';
import { Routes } from './Routes.js';
import { Sources } from './Sources.js';
import { Upload } from './Upload.js';

const words = beginningWords.gather;

/** Phase 2: where was searched, what came back, and which records are the same report. */
export function Gather() {
  return (
    <Page title={roomWords.gather.name} name={roomWords.gather.name} purpose={roomWords.gather.purpose}>
      <Part title={words.sources}>
        <Sources />
      </Part>
      <Part title={words.imports}>
        <Imports />
      </Part>
      <MayWork>
        <Part title={words.upload} note={words.uploadWhy}>
          <Upload />
        </Part>
        <Part title={words.doubts} note={words.doubtsWhy}>
          <Doubts />
        </Part>
      </MayWork>
      <Part title={words.groups}>
        <Groups />
      </Part>
      <Part title={words.records}>
        <Records />
      </Part>
      <Part title={words.routes} note={words.routesNote}>
        <Routes />
      </Part>
    </Page>
  );
}
