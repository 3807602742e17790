import { teamWords as words } from '@throughline/words';
import { useHouse, useServer } from '../house/HouseContext.js';
import { teamOf } from '../house/accounts.js';
import { useOnServer } from '../house/SessionContext.js';
import { isLead } from '../house/who.js';
import { EventList } from '../ui/EventList.js';
import { Page, Part } from '../ui/Page.js';
import { AddPart } from './AddPart.js';
import { Archive } from './Archive.js';
import { HandOver } from './HandOver.js';
import { InvitePart } from './InvitePart.js';
import { People } from './People.js';
import { RoomOpenings } from './RoomOpenings.js';
import { TakeBack } from './TakeBack.js';
import { VoteOpenings } from './VoteOpenings.js';

/** Who works on the review, what each may see, and how it goes from one place to another. */
export function TeamPage() {
  const { held, me } = useHouse();
  const onServer = useOnServer();
  const { review } = useServer();
  const lead = isLead(held.shown, me.person);
  return (
    <Page title={words.title} name={words.title} purpose={onServer ? words.purpose : words.purposeDesk}>
      <Part title={words.people.title} {...(lead ? {} : { note: words.people.leadsOnly })}>
        <People />
      </Part>
      {lead && (onServer ? <InvitePart /> : <AddPart />)}
      <Part title={words.votes.title} note={onServer ? words.votes.note : words.votes.desk}>
        <VoteOpenings />
      </Part>
      <Part title={words.rooms.title} note={words.rooms.note}>
        <RoomOpenings />
      </Part>
      {lead && (
        <>
          <Part title={words.handOver.title} note={words.handOver.note}>
            <HandOver />
          </Part>
          <Part title={words.takeBack.title} note={words.takeBack.note}>
            <TakeBack />
          </Part>
          <Part title={words.archive.title} note={words.archive.note}>
            <Archive />
          </Part>
        </>
      )}
      {onServer && lead && (
        <Part title={words.events.title} note={words.events.note}>
          <EventList name={review} ask={teamOf(review).events} />
        </Part>
      )}
    </Page>
  );
}
