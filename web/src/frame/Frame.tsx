import { aboutReview } from '@throughline/core';
import { fill, frameWords } from '@throughline/words';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useReview } from '../house/HouseContext.js';
import { Button } from '../ui/Button.js';
import { useCommand, useLetter } from '../ui/keys.js';
import { EvidencePlace } from './EvidencePlace.js';
import styles from './Frame.module.css';
import { Keys } from './Keys.js';
import { Notices } from './Notices.js';
import { Palette } from './Palette.js';
import { Rail } from './Rail.js';
import { useTheme } from './theme.js';
import { UndoButton } from './UndoButton.js';
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
        <Notices />
        <main id="work" tabIndex={-1} className={styles.work}>
          <Outlet />
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
      <a className={styles.product} href="/">
        {frameWords.product}
      </a>
      <p className={styles.reviewTitle}>{about?.title}</p>
    </div>
  );
}

function Settings({ showKeys }: SideProps) {
  const { theme, next } = useTheme();
  return (
    <div className={styles.settings}>
      <Whoami />
      <Button tone="quiet" onClick={next}>
        {fill(frameWords.themeIs, { theme: frameWords.themes[theme] })}
      </Button>
      <Button tone="quiet" letter="?" onClick={showKeys}>
        {frameWords.keys}
      </Button>
    </div>
  );
}
