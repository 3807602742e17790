import { standing, whereIs } from '@throughline/core';
import { nameOf, whenWas } from '@throughline/evidence';
import { fill, frameWords, laterWords, roomWords } from '@throughline/words';
import { useHouse } from '../../house/HouseContext.js';
import { History } from '../../ui/History.js';
import { Nothing, Page, Part } from '../../ui/Page.js';
import prose from '../../ui/Prose.module.css';
import { Thing } from '../../ui/Thing.js';
import { DiscussionForm } from './DiscussionForm.js';
import { NewMemo } from './NewMemo.js';

const words = laterWords.notes;

/** What was thought on the way, with whom it was discussed, and everything that was done. */
export function Notes() {
  return (
    <Page title={roomWords.notes.name} name={roomWords.notes.name} purpose={roomWords.notes.purpose}>
      <Part title={words.memos}>
        <Memos />
        <NewMemo />
      </Part>
      <Part title={words.discussions}>
        <Discussions />
        <DiscussionForm />
      </Part>
      <Part title={words.log} note={words.logWhy}>
        <History limit={25} />
      </Part>
    </Page>
  );
}

function Memos() {
  const { held, people } = useHouse();
  const memos = standing(held.shown.notes.memos);
  if (memos.length === 0) return <Nothing>{words.memosNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {memos.map(({ id, about, text, audience, trail }) => (
        <li key={id}>
          <p className={prose.prose}>{text}</p>
          <p className={`${prose.row} ${prose.small}`}>
            <span>{fill(frameWords.byWhom, { who: nameOf(people, trail.made.by), when: whenWas(trail.made.at) })}</span>
            {audience === 'author' && <span>{words.onlyYou}</span>}
            <AboutWhat id={about} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function AboutWhat({ id }: { readonly id: string }) {
  const { held } = useHouse();
  const ref = whereIs(held.shown, id);
  return (
    <span>
      {words.memoAbout} {ref === undefined ? id : <Thing to={ref} />}
    </span>
  );
}

function Discussions() {
  const { held } = useHouse();
  const discussions = standing(held.shown.notes.discussions);
  if (discussions.length === 0) return <Nothing>{words.discussionsNone}</Nothing>;
  return (
    <ul className={prose.list}>
      {discussions.map((discussion) => (
        <li key={discussion.id}>
          <h3>{fill(words.withWhom, { who: discussion.withWhom })}</h3>
          <p className={prose.small}>
            {[discussion.on, discussion.about].filter((part) => part !== undefined).join(' · ')}
          </p>
          <p className={prose.prose}>{discussion.text}</p>
          <DiscussionForm of={discussion} />
        </li>
      ))}
    </ul>
  );
}
