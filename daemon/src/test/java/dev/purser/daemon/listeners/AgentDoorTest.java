package dev.purser.daemon.listeners;

import dev.purser.daemon.listeners.RawHttp.Reply;
import java.io.IOException;

/** The agents' socket, over the socket. */
class AgentDoorTest extends AgentDoorContract {
  AgentDoorTest() throws IOException {
    super(DoorsUnderTest.in(DoorsUnderTest.newDirectory()));
  }

  @Override
  Reply send(String request) throws IOException {
    return RawHttp.send(doors.agentSocket(), request);
  }
}
