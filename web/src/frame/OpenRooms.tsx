import { roleOf } from '@throughline/core';
import { roomWords, teamWords } from '@throughline/words';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useHouse } from '../house/HouseContext.js';
import { mayEnter, roomAt } from '../house/who.js';
import { Nothing, Page } from '../ui/Page.js';

const words = teamWords.closedRoom;

/** The work; or, for a commenter in a room that the team has not opened to them, a page that says so. */
export function OpenRooms() {
  const { held, me } = useHouse();
  const { pathname } = useLocation();
  const room = roomAt(pathname);
  const { shown } = held;
  if (room === undefined || mayEnter(shown, roleOf(shown, me.person), room)) return <Outlet />;
  return (
    <Page title={roomWords[room].name} name={roomWords[room].name} purpose={roomWords[room].purpose}>
      <Nothing>
        <strong>{words.title}.</strong> {words.text}
      </Nothing>
    </Page>
  );
}
