package dev.purser.daemon.listeners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private final WaitingRoom<String> room = new WaitingRoom<>(2);

  @BeforeEach
  void lastPlaceIsFree() throws IOException {
    assertThat(room.enter("first")).isEmpty();
    assertThat(room.enter("second")).isEmpty();
  }

  @Test
  void eldestMakesRoom() throws IOException {
    assertThat(room.enter("third")).contains("first");
    assertThat(room.enter("fourth")).contains("second");
  }

  @Test
  void whoIsServedStays() throws IOException {
    room.serve("first");

    assertThat(room.enter("third")).contains("second");
    assertThat(room.enter("fourth")).contains("third");
  }

  @Test
  void whoHasBeenServedIsTheNewest() throws IOException {
    room.serve("first");
    room.serveNoMore("first");

    assertThat(room.enter("third")).contains("second");
    assertThat(room.enter("fourth")).contains("first");
  }

  @Test
  void nobodyIsSentAwayWhileServed() {
    room.serve("first");
    room.serve("second");

    assertThatThrownBy(() -> room.enter("third")).isInstanceOf(IOException.class);
  }

  @Test
  void whoLeavesMakesRoomForGood() throws IOException {
    room.leave("second");
    room.serve("second");

    assertThat(room.enter("third")).isEmpty();
  }
}
