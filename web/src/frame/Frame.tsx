import { aboutReview, shareMark } from '@throughline/core';
import { accountBarWords, beginningWords, fill, frameWords, teamWords } from '@throughline/words';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { nameOf } from '@throughline/evidence';
import { useHouse, useReview } from '../house/HouseContext.js';
import { useOnServer } from '../house/SessionContext.js';
import { Button } from '../ui/Button.js';
import { useCommand, useLetter } from '../ui/keys.js';
import { EvidencePlace } from './EvidencePlace.js';
import styles from './Frame.module.css';
import { Here } from './Here.js';
import { Keys } from './Keys.js';
import { NameAsked } from './NameAsked.js';
import { Notices } from './Notices.js';
import { OpenRooms } from './OpenRooms.js';
import { SignOut } from './Outside.js';
import { Palette } from './Palette.js';
import { Rail } from './Rail.js';
import { useTheme } from './theme.js';
import { UndoButton } from './UndoButton.js';
import { useSessionWatch } from './use-session-watch.js';
import { useWide } from './use-wide.js';
import { Whoami } from './Whoami.js';

/** Three places, always the same: the rooms, the work, the evidence. */
export function Frame() {
  const [finding, setFinding] = useState(false);
  const [keys, setKeys] = useState(false);
  const wide = useWide();
  useCommand('k', () => setFinding(true));
  useLetter('/', () => setFinding(true));
  useLetter('?', () => setKeys(true));
  useSessionWatch();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#work">
        {frameWords.skip}
      </a>
      {wide && (
        <a className={styles.skip} href="#evidence">
          {frameWords.skipEvidence}
        </a>
      )}
      {wide ? <Side showKeys={() => setKeys(true)} /> : <TopBar showKeys={() => setKeys(true)} />}
      <div className={styles.middle}>
        <div className={styles.bar}>
          <Button letter="Ctrl K" className={styles.find ?? ''} onClick={() => setFinding(true)}>
            {frameWords.find}
          </Button>
          <UndoButton />
        </div>
        <InventedBanner />
        <ShareBanner />
        <NameAsked />
        <Notices />
        <main id="work" tabIndex={-1} className={styles.work}>
          <OpenRooms />
        </main>
      </div>
      <EvidencePlace />
      <Palette open={finding} close={() => setFinding(false)} />
      <Keys open={keys} close={() => setKeys(false)} />
    </div>
  );
}

/** On every page of a review that is made up. */
function InventedBanner() {
  const about = aboutReview(useReview());
  return about?.invented ? <p className={styles.invented}>{frameWords.invented}</p> : null;
}

/** On every page of a share that was handed over: whose it is, and that it goes back. */
function ShareBanner() {
  const { held, people } = useHouse();
  const mark = shareMark(held.shown);
  if (mark === undefined) return null;
  const stage = beginningWords.screen.stages[mark.stage];
  const said = { name: nameOf(people, mark.person), percent: mark.percent, stage };
  return <p className={styles.share}>{fill(teamWords.share, said)}</p>;
}

interface SideProps {
  readonly showKeys: () => void;
}

function Side({ showKeys }: SideProps) {
  return (
    <header className={styles.side}>
      <Title />
      <Rail />
      <Settings showKeys={showKeys} />
    </header>
  );
}

/** On a narrow screen the rooms are a menu, which closes when one of them was chosen. */
function TopBar({ showKeys }: SideProps) {
  const [open, setOpen] = useState(false);
  return (
    <header className={styles.top}>
      <div className={styles.topLine}>
        <Title />
        <Button aria-expanded={open} aria-controls="rooms-menu" onClick={() => setOpen(!open)}>
          {open ? frameWords.closeMenu : frameWords.menu}
        </Button>
      </div>
      <div id="rooms-menu" hidden={!open} className={styles.menu}>
        <Rail onGo={() => setOpen(false)} />
        <Settings showKeys={showKeys} />
      </div>
    </header>
  );
}

function Title() {
  const about = aboutReview(useReview());
  return (
    <div className={styles.title}>
      <Link to="/" search={{ all: true }} className={styles.product ?? ''}>
        {frameWords.product}
      </Link>
      <p className={styles.reviewTitle}>{about?.title}</p>
    </div>
  );
}

function Settings({ showKeys }: SideProps) {
  const { theme, next } = useTheme();
  const onServer = useOnServer();
  return (
    <div className={styles.settings}>
      <Here />
      {onServer ? <OnServer /> : <Whoami />}
      <Button tone="quiet" onClick={next}>
        {fill(frameWords.themeIs, { theme: frameWords.themes[theme] })}
      </Button>
      <Button tone="quiet" letter="?" onClick={showKeys}>
        {frameWords.keys}
      </Button>
    </div>
  );
}

/** The team, one's account and the way out, on a server. */
function OnServer() {
  const { me } = useHouse();
  const { review = '' } = useParams({ strict: false });
  return (
    <>
      <Link to="/$review/team" params={{ review }} className={styles.way ?? ''}>
        {teamWords.title}
      </Link>
      <Link
        to="/account"
        className={styles.way ?? ''}
        aria-label={`${fill(frameWords.you, { name: me.name })}. ${accountBarWords.label}`}
      >
        {fill(frameWords.you, { name: me.name })}
      </Link>
      <SignOut />
    </>
  );
}
