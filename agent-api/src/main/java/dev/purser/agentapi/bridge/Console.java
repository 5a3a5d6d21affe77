package dev.purser.agentapi.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this process has around it.
 *
 * @param out for answers only
 * @param environment a variable's value, or null
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Function<String, @Nullable String> environment) {

  /** In UTF-8 whatever the locale says: MCP has no other encoding. */
  static Console ofProcess() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        System::getenv);
  }

  void complain(String sentence) {
    err.println("purser-agent: " + sentence);
  }
}
