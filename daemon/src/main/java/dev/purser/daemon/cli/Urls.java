package dev.purser.daemon.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words of a person's as parts of a path or query. */
final class Urls {
  private Urls() {}

  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
