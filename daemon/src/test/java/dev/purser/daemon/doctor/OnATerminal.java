package dev.purser.daemon.doctor;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** To be run on a terminal: says what of it a command gets. */
final class OnATerminal {
  private OnATerminal() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (FileInputStream terminal = new FileInputStream("/dev/tty")) {
      out.println("we have a terminal: " + terminal.getFD().valid());
    }
    Shell shell = new SystemShell(Duration.ofSeconds(60));
    out.println("command: " + shell.run("sh", "-c", "cat < /dev/tty").output());
    out.println("its environment: " + shell.run("env").output().replaceAll("\\s+", " "));
  }
}
