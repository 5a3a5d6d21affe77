package dev.purser.daemon.owner.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is taken after signing in: a path of the owner's or finance's pages.
 *
 * @param path with its query; never another site's address, however it is written
 */
record ReturnPath(String path) {
  private static final int MAX_LENGTH = 512;
  private static final Pattern OURS =
      Pattern.compile("/(?:owner|finance)(?:[/?](?:[A-Za-z0-9/?=&._~+-]|%[0-9A-Fa-f]{2})*)?");

  // After the pattern, which it is compared with.
  static final ReturnPath HOME = new ReturnPath("/owner");

  ReturnPath {
    if (!isOurs(path)) {
      throw new IllegalArgumentException("not a path of ours");
    }
  }

  /** As somebody wrote it; the home page for what is no path of ours. */
  static ReturnPath of(@Nullable String typed) {
    return typed != null && isOurs(typed) ? new ReturnPath(typed) : HOME;
  }

  /** To what was asked for. */
  static ReturnPath to(URI asked) {
    String query = asked.getRawQuery();
    return of(query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
  }

  /** The page that asks who is there, and leads here. */
  String signIn() {
    return equals(HOME)
        ? "/owner/sign-in"
        : "/owner/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static boolean isOurs(String text) {
    return text.length() <= MAX_LENGTH && OURS.matcher(text).matches();
  }
}
