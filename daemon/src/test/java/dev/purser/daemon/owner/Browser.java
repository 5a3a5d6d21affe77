package dev.purser.daemon.owner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Debian's Chromium without a screen. */
public final class Browser {
  private static final Path PICTURES = Path.of("target", "screenshots");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;

  public Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--hide-scrollbars",
        "--disable-lcd-text",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-proxy-server");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
  }

  public Browser sized(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  public void open(String address) {
    driver.get(address);
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** Presses a button and waits for the page that it leads to. */
  public void press(String css) {
    WebElement page = find("html");
    find(css).click();
    new WebDriverWait(driver, PATIENCE)
        .until(
            ExpectedConditions.and(
                driver -> isGone(page),
                ExpectedConditions.presenceOfElementLocated(By.cssSelector("body > main"))));
  }

  /** Chromium has more than one word for an element of a page that was left. */
  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      return true;
    }
  }

  /** Presses a button once it may be pressed, and waits for the page that it leads to. */
  public void pressOnceAlive(String css) {
    awaitAlive(css);
    press(css);
  }

  /** Presses a button once it may be pressed, and stays. */
  public void clickOnceAlive(String css) {
    awaitAlive(css);
    find(css).click();
  }

  /** Waits until the button may be pressed. */
  public void awaitAlive(String css) {
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)));
  }

  /** Waits until this text is to be seen. */
  public void awaitText(String css, String text) {
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.textToBe(By.cssSelector(css), text));
  }

  /** What a script of the page itself could do. */
  public void run(String script) {
    driver.executeScript(script);
  }

  /** The same, for what it returns. */
  Object evaluate(String script) {
    return Objects.requireNonNull(driver.executeScript("return " + script));
  }

  /** The same for a promise; the script gets the callback as its last argument. */
  Object await(String script) {
    return Objects.requireNonNull(driver.executeAsyncScript(script));
  }

  /** Shows pages as who prefers light, or dark. */
  Browser preferring(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /** Goes on to what the key leads to next. */
  void tab() {
    new Actions(driver).sendKeys(Keys.TAB).perform();
  }

  /** What is on the screen, as PNG. */
  byte[] screen() {
    Object data =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png")).get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  /** An authenticator of its own: platform, CTAP2, resident keys; empty. */
  public VirtualAuthenticator authenticator(boolean verifiesUser) {
    return driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserConsenting(true)
            .setIsUserVerified(verifiesUser));
  }

  public void forgetCookies() {
    driver.manage().deleteAllCookies();
  }

  public void remove(VirtualAuthenticator authenticator) {
    driver.removeVirtualAuthenticator(authenticator);
  }

  public String text() {
    return find("main").getText();
  }

  /** The lowest edge of the elements, in CSS pixels from the top of the page. */
  public long bottomOf(String css) {
    Object bottom =
        driver.executeScript(
            "return Math.ceil(Math.max(...[...document.querySelectorAll(arguments[0])]"
                + ".filter(e => e.checkVisibility())"
                + ".map(e => e.getBoundingClientRect().bottom + scrollY)))",
            css);
    return Long.parseLong(String.valueOf(bottom));
  }

  /** How far the page must be scrolled sideways to be seen whole, in CSS pixels. */
  long widthBeyondScreen() {
    Object width =
        driver.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    return Long.parseLong(String.valueOf(width));
  }

  /** Keeps pictures of the whole page, in light and dark, for people to look at. */
  public void picture(String name) throws IOException {
    Files.createDirectories(PICTURES);
    for (String scheme : List.of("light", "dark")) {
      preferring(scheme);
      Object data =
          driver
              .executeCdpCommand(
                  "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
              .get("data");
      Files.write(
          PICTURES.resolve(name + "-" + scheme + ".png"),
          Base64.getDecoder().decode(String.valueOf(data)));
    }
  }

  public String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Where all links of the page lead. */
  List<String> links() {
    return driver.findElements(By.cssSelector("a[href]")).stream()
        .map(link -> String.valueOf(link.getDomProperty("href")))
        .toList();
  }

  /** What is on each button of the page, shown or hidden. */
  List<String> buttons() {
    return driver.findElements(By.cssSelector("button")).stream()
        .map(button -> String.valueOf(button.getDomProperty("textContent")).strip())
        .toList();
  }

  /** The same in every field that people fill in. */
  void fillIn(String text) {
    driver.executeScript(
        "document.querySelectorAll('details').forEach(each => each.open = true);"
            + "document.querySelectorAll('input:not([type=hidden]):not([type=checkbox])')"
            + ".forEach(field => { field.value = field.type === 'number' ? '1' : arguments[0] })",
        text);
  }

  /** Presses a button once it can be pressed, as far as it can; waits a moment for what comes. */
  void pressNumber(int index) {
    WebElement button = driver.findElements(By.cssSelector("button")).get(index);
    try {
      new WebDriverWait(driver, Duration.ofSeconds(2))
          .until(ExpectedConditions.elementToBeClickable(button));
      button.click();
      new WebDriverWait(driver, Duration.ofSeconds(2))
          .until(ExpectedConditions.stalenessOf(button));
    } catch (TimeoutException e) {
      driver.executeScript(
          "const button = arguments[0]; button.disabled = false; button.click();"
              + "if (button.form) { button.form.requestSubmit() }",
          button);
    } catch (WebDriverException e) {
      // The page has gone on while it was looked at: it was pressed, and it worked.
      new WebDriverWait(driver, PATIENCE)
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("body > main")));
    }
  }

  public void quit() {
    driver.quit();
  }
}
