package dev.purser.daemon.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures in docs/owner.md, which says how; only when asked to. */
@EnabledIfSystemProperty(named = PicturesForDocumentsTest.ASKED, matches = "true")
class PicturesForDocumentsTest {
  static final String ASKED = "purser.pictures";
  private static final Path IMAGES = Path.of("..", "docs", "images");
  private static final int LARGEST = 60_000;

  @Test
  void pagesAreAsPeopleSeeThem() throws Exception {
    Browser browser = new Browser();
    Gallery gallery = new Gallery();
    try {
      for (String scheme : new String[] {"light", "dark"}) {
        take(browser.sized(360, 640).preferring(scheme), gallery, "waiting", "order-phone", scheme);
        take(browser.sized(1280, 800).preferring(scheme), gallery, "waiting", "order-desk", scheme);
      }
      take(browser.sized(1280, 800).preferring("light"), gallery, "a month", "finance", "light");
    } finally {
      browser.quit();
      gallery.close();
    }
  }

  private static void take(
      Browser browser, Gallery gallery, String page, String name, String scheme) throws Exception {
    gallery.open(browser, page);
    browser.run("document.querySelectorAll('details').forEach((each) => (each.open = false))");
    browser.run("document.activeElement.blur(); scrollTo(0, 0)");
    if (browser.has("#passkey")) {
      browser.awaitAlive("#passkey button");
    }
    byte[] picture = SmallPicture.of(browser.screen());
    assertThat(picture).hasSizeLessThan(LARGEST);
    Files.createDirectories(IMAGES);
    Files.write(IMAGES.resolve(name + "-" + scheme + ".png"), picture);
  }
}
