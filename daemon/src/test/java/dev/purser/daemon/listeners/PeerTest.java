package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.agentapi.AgentName;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PeerTest {

  @Test
  void nameAndUidOfOneUserAreOnePeer() throws IOException {
    assertThat(Peer.ofUser("root")).isEqualTo(Peer.ofUid(0)).hasSameHashCodeAs(Peer.ofUid(0));
  }

  @Test
  void differentUidsAreDifferentPeers() throws IOException {
    assertThat(Peer.ofUid(4242)).isNotEqualTo(Peer.ofUid(4243)).isNotEqualTo(Peer.ofUid(0));
  }

  @Test
  void nameThatNobodyHasIsNoPeer() {
    assertThatThrownBy(() -> Peer.ofUser("no-such-user")).isInstanceOf(IOException.class);
  }

  @Test
  void kernelAndConfigurationMeanTheSamePeer() throws Exception {
    OtherUser.assumePossible();
    try (DoorsUnderTest doors = new DoorsUnderTest(DoorsUnderTest.newDirectory())) {
      doors.group = OtherUser.NOBODYS_GROUP;
      doors.agents.put(Peer.ofUser("nobody"), new AgentName("known"));
      doors.agents.put(Peer.ofUid(4242), new AgentName("without a name"));
      doors.start();

      assertThat(asked(doors, OtherUser.NOBODY)).isEqualTo(200);
      assertThat(asked(doors, 4242)).isEqualTo(200);
      assertThat(asked(doors, 4243)).isEqualTo(403);
      assertThat(asked(doors, 0)).isEqualTo(403);
      assertThat(doors.operations.asked).containsExactly("known: 1 eggs", "without a name: 1 eggs");
    }
  }

  @Test
  void unlistedUserHears403WhateverThePath() throws Exception {
    OtherUser.assumePossible();
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory())) {
      doors.group = OtherUser.NOBODYS_GROUP;
      doors.start();

      int nobody = OtherUser.NOBODY;
      assertThat(OtherUser.post(nobody, nobody, doors.agentSocket(), "/v1/add-to-cart"))
          .isEqualTo(403);
      assertThat(OtherUser.post(nobody, nobody, doors.agentSocket(), "/no-such-path"))
          .isEqualTo(403);
      assertThat(doors.operations.asked).isEmpty();
    }
  }

  @Test
  void userOutsideTheGroupReachesNoSocket() throws Exception {
    OtherUser.assumePossible();
    try (DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory())) {
      doors.group = OtherUser.NOBODYS_GROUP;
      doors.agents.put(Peer.ofUid(4242), new AgentName("listed"));
      doors.start();

      assertThat(OtherUser.post(4242, 4242, doors.agentSocket(), "/v1/add-to-cart")).isZero();
      assertThat(OtherUser.post(4242, OtherUser.NOBODY, doors.controlSocket(), "/control-ping"))
          .isZero();
    }
  }

  private static int asked(DoorsUnderTest doors, int uid) throws Exception {
    return OtherUser.post(uid, OtherUser.NOBODY, doors.agentSocket(), "/v1/add-to-cart");
  }
}
