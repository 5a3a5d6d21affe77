package dev.purser.daemon.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Somebody at a terminal. */
record ConsoleTalk(Console console) implements Interview.Talk {
  @Override
  public @Nullable String ask(String question) {
    return console.readLine("%s ", question);
  }

  @Override
  public void tell(String sentence) {
    console.printf("%s%n", sentence);
  }
}
