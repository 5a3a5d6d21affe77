package dev.purser.daemon.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.purser.daemon.documents.Markdown;
import dev.purser.daemon.documents.Tree;
import dev.purser.daemon.notices.words.Templates;
import dev.purser.daemon.owner.session.SessionCookie;
import dev.purser.daemon.owner.session.Sessions;
import dev.purser.daemon.owner.session.SignedInGuard;
import dev.purser.daemon.owner.web.Pages;
import dev.purser.daemon.owner.web.SignedIn;
import dev.purser.daemon.owner.web.Site;
import dev.purser.daemon.owner.web.SiteAddress;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/reverse-proxy.md, before a real door, by real proxies. */
@Timeout(120)
class ReverseProxyTest {
  private static final String HOST = "purser.example.org";
  private static final Path CADDY = Path.of("target/proxies/usr/bin/caddy");
  private static final Path NGINX = Path.of("target/proxies/usr/sbin/nginx");

  private final Path directory;
  private @Nullable Process proxy;

  ReverseProxyTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (proxy != null) {
      proxy.descendants().forEach(ProcessHandle::destroy);
      proxy.destroy();
      assertThat(proxy.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void caddysSampleWorks() throws Exception {
    assumeTrue(Files.isExecutable(CADDY), "no Caddy here");
    try (DoorsUnderTest doors = pages()) {
      int port = freePort();
      OwnerTls tls = TlsParty.make(directory, "proxy").pem();
      String sample =
          sample("caddyfile")
              .replace(
                  HOST + " {",
                  "%s:%d {\n\ttls %s %s"
                      .formatted(HOST, port, tls.certificateChain(), tls.privateKey()))
              .replace("127.0.0.1:8480", "127.0.0.1:" + doors.ownerPort());
      Path file =
          Files.writeString(
              directory.resolve("Caddyfile"),
              "{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + sample);

      start(port, CADDY, "run", "--adapter", "caddyfile", "--config", file.toString());

      pagesWorkThrough(port);
    }
  }

  @Test
  void nginxSampleWorks() throws Exception {
    assumeTrue(Files.isExecutable(NGINX), "no nginx here");
    try (DoorsUnderTest doors = pages()) {
      int port = freePort();
      OwnerTls tls = TlsParty.make(directory, "proxy").pem();
      String sample =
          sample("nginx")
              .replace("listen 80;", "listen 127.0.0.1:%d;".formatted(freePort()))
              .replace("listen 443 ssl;", "listen 127.0.0.1:%d ssl;".formatted(port))
              .replaceAll(
                  "ssl_certificate /.*;", "ssl_certificate %s;".formatted(tls.certificateChain()))
              .replaceAll(
                  "ssl_certificate_key /.*;", "ssl_certificate_key %s;".formatted(tls.privateKey()))
              .replace("127.0.0.1:8480", "127.0.0.1:" + doors.ownerPort());
      Path file =
          Files.writeString(
              directory.resolve("nginx.conf"),
              NGINX_CONF.replace("@DIR@", directory.toString()).replace("@SAMPLE@", sample));

      start(port, NGINX, "-e", directory.resolve("error.log").toString(), "-c", file.toString());

      pagesWorkThrough(port);
    }
  }

  /** What a package's own file has around a site's. */
  private static final String NGINX_CONF =
      """
      daemon off;
      pid @DIR@/nginx.pid;
      events {}
      http {
        client_body_temp_path @DIR@/body;
        proxy_temp_path @DIR@/proxy;
        fastcgi_temp_path @DIR@/fastcgi;
        uwsgi_temp_path @DIR@/uwsgi;
        scgi_temp_path @DIR@/scgi;
      @SAMPLE@
      }
      """;

  private void pagesWorkThrough(int port) throws Exception {
    assertThat(curl(port, HOST, "/"))
        .contains("200", "Purser is running")
        .containsIgnoringCase("Strict-Transport-Security: max-age=31536000");
    assertThat(curl(port, HOST, "/probe?a=b"))
        .contains("303")
        .containsIgnoringCase("Location: https://" + HOST + "/owner/sign-in\r\n");
    assertThat(
            curl(
                port,
                HOST,
                "/owner-ping/seen",
                "X-Forwarded-For: 6.6.6.6",
                "Forwarded: for=6.6.6.6"))
        .contains("127.0.0.1 https " + HOST)
        .doesNotContain("6.6.6.6");
    assertThat(
            curl(
                port,
                HOST,
                "/probe",
                "Remote-User: owner",
                "X-Forwarded-User: owner",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Host: evil.example"))
        .contains("303");
    assertThat(curl(port, "evil.example", "/", "X-Forwarded-Host: " + HOST))
        .doesNotContain("Purser is running");
  }

  /** Without a proxy's word, as when none is trusted: the configured address is what counts. */
  @Test
  void redirectsLeadToTheConfiguredAddressWhateverTheRequestSays() throws Exception {
    try (DoorsUnderTest doors = pages()) {
      String request = RawHttp.request("GET", "/probe").replace("Host: x", "Host: " + HOST);

      assertThat(RawHttp.send(doors.ownerPort(), request).head())
          .containsIgnoringCase("Location: https://" + HOST + "/owner/sign-in\r\n");
    }
  }

  private static String curl(int port, String host, String path, String... headers)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "curl",
                "--silent",
                "--insecure",
                "--include",
                "--http1.1",
                "--noproxy",
                "*",
                "--max-time",
                "20",
                "--resolve",
                HOST + ":" + port + ":127.0.0.1",
                "--header",
                "Host: " + host));
    for (String header : headers) {
      command.addAll(List.of("--header", header));
    }
    command.add("https://" + HOST + ":" + port + path);
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(curl.getInputStream().readAllBytes(), UTF_8);
  }

  /** Something for signed-in people only. */
  @jakarta.ws.rs.Path("/probe")
  @SignedIn
  public static final class Probe {
    @GET
    public String in() {
      return "in";
    }
  }

  private static DoorsUnderTest pages() throws Exception {
    DoorsUnderTest doors = DoorsUnderTest.in(DoorsUnderTest.newDirectory());
    doors.owner = new OwnerDoor(null, 0, null, List.of("127.0.0.1"));
    Site site =
        new Site(new SiteAddress(URI.create("https://" + HOST)), new Pages(new Templates(), true));
    doors.pages.addAll(site.components());
    doors.pages.add(
        new SignedInGuard(
            new Sessions(Clock.systemUTC(), new SecureRandom(), session -> true),
            new SessionCookie(site.address()),
            site.pages()));
    doors.pages.add(new Probe());
    return doors.start();
  }

  private void start(int port, Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Path log = directory.resolve("proxy.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Caddy keeps things at home.
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("XDG_DATA_HOME", directory.toString());
    builder.environment().put("XDG_CONFIG_HOME", directory.toString());
    Process started = builder.start();
    proxy = started;
    while (!answers(port)) {
      if (!started.isAlive()) {
        throw new IllegalStateException(Files.readString(log));
      }
      Thread.onSpinWait();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String sample(String language) {
    return Markdown.fences(Tree.text("docs/reverse-proxy.md"), language).get(0);
  }
}
