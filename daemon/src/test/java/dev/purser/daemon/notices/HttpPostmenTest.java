package dev.purser.daemon.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.daemon.notices.words.Sheets;
import dev.purser.daemon.notices.words.Templates;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both against a real HTTP server. */
class HttpPostmenTest {
  private static final Clock CLOCK = Clock.fixed(Sheets.NOW, ZoneOffset.UTC);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final byte[] KEY =
      "thirty-two bytes for the webhook".getBytes(StandardCharsets.US_ASCII);
  private static final String LINK = LetterWriterTest.LINK.toString();

  private final LetterWriter writer = new LetterWriter(new Templates(), "owner@example.org");
  private final Letter hostile =
      writer.write(
          "1234",
          List.of(Notice.leading(new News.Proposed(), Sheets.hostile(), LetterWriterTest.LINK)));
  private final Path directory;
  private final Listener listener;

  HttpPostmenTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    this.listener = new Listener();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void ntfyGetsTitleTotalAndTheLinkToTap() throws Exception {
    ntfy(Optional.empty()).deliver(hostile);

    Listener.Heard heard = heard();
    JsonNode message = new ObjectMapper().readTree(heard.body());
    assertThat(heard.method()).isEqualTo("POST");
    assertThat(heard.path()).isEqualTo("/");
    assertThat(heard.headers()).doesNotContainKey("authorization");
    assertThat(message.path("topic").asText()).isEqualTo("purchases");
    assertThat(message.path("title").asText()).isEqualTo("Confirm 13.21 USD at Corner Store?");
    assertThat(message.path("message").asText())
        .isEqualTo("Dry run: no money moves\nCorner Store: 13.21 USD");
    assertThat(message.path("priority").asInt()).isEqualTo(4);
    assertThat(message.path("click").asText()).isEqualTo(LINK);
    assertThat(message.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("topic", "title", "message", "priority", "click");
  }

  @Test
  void whatOnlyTellsHasNothingToTapAndIsNotUrgent() throws Exception {
    ntfy(Optional.empty())
        .deliver(writer.write("1", List.of(Notice.telling(new News.Paid(), Sheets.live()))));

    JsonNode message = new ObjectMapper().readTree(heard().body());
    assertThat(message.has("click")).isFalse();
    assertThat(message.path("priority").asInt()).isEqualTo(3);
    assertThat(message.path("message").asText()).isEqualTo("Corner Store: 13.21 USD");
  }

  @Test
  void manyOrdersAreOneMessageThatIsNeverTooLong() throws Exception {
    Notice one = Notice.leading(new News.Proposed(), Sheets.pending(), LetterWriterTest.LINK);
    ntfy(Optional.empty()).deliver(writer.write("1", Collections.nCopies(2, one)));
    ntfy(Optional.empty()).deliver(writer.write("1", Collections.nCopies(50, one)));

    JsonNode two = new ObjectMapper().readTree(listener.heard().get(0).body());
    assertThat(two.path("message").asText().split(LINK, -1)).hasSize(3);
    assertThat(two.has("click")).isFalse();
    String fifty =
        new ObjectMapper().readTree(listener.heard().get(1).body()).path("message").asText();
    assertThat(fifty.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(3_000, 4_096);
    assertThat(fifty).containsPattern("\nAnd \\d+ more\\.$");
  }

  @Test
  void theTokenComesFromItsFileAtEachMessage() throws Exception {
    Path token = Files.writeString(directory.resolve("token"), "tk_first\n");
    Postman ntfy = ntfy(Optional.of(token));
    ntfy.deliver(hostile);
    Files.writeString(token, "tk_second\n");
    ntfy.deliver(hostile);

    assertThat(listener.heard())
        .extracting(heard -> heard.headers().get("authorization"))
        .containsExactly("Bearer tk_first", "Bearer tk_second");
  }

  @Test
  void aTokenThatIsGoneLeavesTheMessageUnsentAndNamesTheFile() {
    Path gone = directory.resolve("gone");

    assertThatThrownBy(() -> ntfy(Optional.of(gone)).deliver(hostile))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining(gone.toString());
    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void aWebhookIsSignedOverIdTimeAndBody() throws Exception {
    webhook().deliver(hostile);

    Listener.Heard heard = heard();
    assertThat(heard.path()).isEqualTo("/hook");
    assertThat(heard.headers())
        .containsEntry("webhook-id", "msg_1234")
        .containsEntry("webhook-timestamp", Long.toString(Sheets.NOW.getEpochSecond()))
        .containsEntry("content-type", "application/json");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = "msg_1234." + Sheets.NOW.getEpochSecond() + "." + heard.body();
    assertThat(heard.headers())
        .containsEntry(
            "webhook-signature",
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aWebhookTellsPayeeTotalAndLinkAndNoMore() throws Exception {
    webhook().deliver(hostile);

    assertThat(new ObjectMapper().readTree(heard().body()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"type": "purser.notice", "timestamp": "2026-11-23T10:00:00Z",
                     "data": {"subject": "Confirm 13.21 USD at Corner Store?", "dry_run": true,
                       "orders": [{"order": "%s", "news": "order-proposed", "payee": "Corner Store",
                         "total": {"currency": "USD", "value": "13.21"}, "link": "%s"}]}}
                    """
                        .formatted(Sheets.ORDER, LINK)));
  }

  /** The vector that libraries of Standard Webhooks are tested with. */
  @Test
  void theSignatureIsTheOneThatOthersMake() throws Exception {
    Path file =
        Files.writeString(directory.resolve("vector"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

    assertThat(
            WebhookKey.read(file)
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whsec_c2hvcnQ=", "c2VjcmV0LXdpdGhvdXQtcHJlZml4LW9mLXRoZS1raW5k", "whsec_?"})
  void aKeyThatIsNoneIsRefusedWithoutBeingShown(String word) throws Exception {
    Path file = Files.writeString(directory.resolve("bad"), word);

    assertThatThrownBy(() -> WebhookKey.read(file))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining(word.replace("whsec_", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void whatWasTakenIsTaken(int status) {
    listener.answer(status);

    assertThatCode(() -> webhook().deliver(hostile)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 401, 404, 429, 500, 503})
  void noOtherAnswerCountsAndNoRedirectIsFollowed(int status) throws Exception {
    listener.answer(status);

    assertThatThrownBy(() -> webhook().deliver(hostile))
        .isInstanceOf(UndeliveredException.class)
        .hasMessage("localhost answered " + status);
    assertThat(listener.heard()).hasSize(1);
  }

  @Test
  void whoIsSilentLeavesTheMessageUndelivered() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      URI topic = URI.create("http://localhost:" + silent.getLocalPort() + "/purchases");
      Postman ntfy =
          new NtfyPostman(NtfyConfig.at(topic, Optional.empty(), Duration.ofMillis(200)));

      assertThatThrownBy(() -> ntfy.deliver(hostile))
          .isInstanceOf(UndeliveredException.class)
          .hasMessageContaining("Timeout")
          .hasMessageNotContaining("purchases");
    }
  }

  @Test
  void whoIsNotThereLeavesTheMessageUndelivered() throws Exception {
    Postman webhook = webhook();
    listener.close();

    assertThatThrownBy(() -> webhook.deliver(hostile))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageContaining("ConnectException")
        .hasMessageNotContaining("hook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/t",
        "http://localhost.example.org/t",
        "http://127.0.0.2/t",
        "https://user:word@example.org/t",
        "https://example.org/t?token=x",
        "https://example.org/t#x",
        "ftp://example.org/t",
        "mailto:a@example.org",
        "/t"
      })
  void onlyHttpsOrThisMachineIsPostedTo(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> new WebAddress(URI.create(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/t",
        "http://localhost:8080/t",
        "http://127.0.0.1/t",
        "http://[::1]:80/t"
      })
  void httpsAndThisMachineAre(String url) {
    assertThatCode(() -> new WebAddress(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "https://example.org", "https://e.org/a%20b"})
  void aTopicHasAName(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NtfyConfig.at(URI.create(url), Optional.empty(), TIMEOUT));
  }

  @Test
  void nothingPrintsTopicPathOrLink() {
    assertThat(NtfyConfig.at(listener.at("/purchases"), Optional.empty(), TIMEOUT).toString())
        .doesNotContain("purchases");
    assertThat(webhookConfig().toString()).doesNotContain("/hook");
    assertThat(hostile.toString() + hostile.about() + hostile.about().matters())
        .doesNotContain("LLL");
  }

  private Listener.Heard heard() {
    assertThat(listener.heard()).hasSize(1);
    return listener.heard().get(0);
  }

  private Postman ntfy(Optional<Path> token) {
    return new NtfyPostman(NtfyConfig.at(listener.at("/purchases"), token, TIMEOUT));
  }

  private Postman webhook() throws Exception {
    Files.writeString(
        directory.resolve("key"), "whsec_" + Base64.getEncoder().encodeToString(KEY) + "\n");
    return new WebhookPostman(webhookConfig(), CLOCK);
  }

  private WebhookConfig webhookConfig() {
    return new WebhookConfig(
        new WebAddress(listener.at("/hook")), directory.resolve("key"), TIMEOUT);
  }
}
