package dev.purser.daemon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The daemon on ground that others can change, and callers who pretend to be somebody else. */
class WallIT {
  private static final OsUsers USERS = OsUsers.ofThisMachine();

  private static House house;

  @BeforeAll
  static void open() {
    assumeTrue(USERS.haveWall(), "not root: agent, owner and daemon are one user");
    house = House.open(USERS, HouseRules.usual());
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void rootThatConnectsAndThenBecomesTheAgentIsStillRoot() {
    assertThat(afterConnecting("")).contains("403", "agent-unknown");
    assertThat(afterConnecting(becoming(USERS.agent()))).contains("403", "agent-unknown");
  }

  @Test
  void agentInAUserNamespaceIsWhoItIsAndNotRoot() {
    String[] ask = {
      "curl",
      "--silent",
      "--unix-socket",
      house.doors().agent().toString(),
      "--json",
      "{\"item\":\"eggs\",\"quantity\":1}",
      "http://purser/v1/add-to-cart"
    };
    Command inside = Command.of(ask).after(List.of("unshare", "--user", "--map-root-user"));
    assumeTrue(
        Command.of("unshare", "--user", "--map-root-user", "true")
                .after(USERS.agent().becoming())
                .run()
                .exit()
            == 0,
        "this machine does not let its users make user namespaces");

    assertThat(inside.after(USERS.agent().becoming()).run().out()).contains("in_cart");
    assertThat(inside.after(USERS.stranger().becoming()).run().exit()).isNotZero();
  }

  /** A daemon that runs on goes on; the next one does not start until all is as it was. */
  @Test
  void daemonDoesNotStartWhileSomebodyCouldChangeWhatItRestsOn() {
    assertRefused(house.files().dir(), "rwxrwxrwx", "rwxr-xr-x", "can be written");
    assertRefused(house.files().etc("policy.yml"), "rw-rw-rw-", "rw-r--r--", "can be written");
    assertRefused(house.files().secret(), "rw-r-----", "rw-------", "is open to its group");
    assertRefused(house.files().var("outbox"), "rwxr-x---", "rwx------", "is open to its group");
  }

  @Test
  void daemonDoesNotStartOnAPolicyThatItCouldWriteItself() {
    Path policy = house.files().etc("policy.yml");
    TestFiles.chown(policy, USERS.daemon());
    try {
      assertThat(house.refusedAs(USERS.daemon()).err())
          .contains("the policy is not safe", policy.toString());
    } finally {
      TestFiles.chown(policy, OsUser.other("root"));
    }
  }

  @Test
  void daemonDoesNotStartAsRoot() {
    Command.Ran asRoot = house.refusedAs(OsUser.self());

    assertThat(asRoot.exit()).isNotZero();
    assertThat(asRoot.err()).contains("purser: not started: the daemon must not run as root");
    assertThat(Files.exists(house.files().dir())).isTrue();
  }

  private static void assertRefused(Path path, String open, String shut, String fact) {
    TestFiles.chmod(path, open);
    try {
      Command.Ran refused = house.refusedAs(USERS.daemon());
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.err())
          .contains("purser: not started: the ", "is not safe: " + path, fact, "chmod");
    } finally {
      TestFiles.chmod(path, shut);
    }
    // The one that runs has the sockets: the next refusal is for that, and the wall is whole.
    assertThat(house.refusedAs(USERS.daemon()).err()).doesNotContain("is not safe");
  }

  private static String becoming(OsUser user) {
    return "my ($u, $g) = (getpwnam '%s')[2, 3]; $) = \"$g $g\"; $( = $g; $< = $> = $u; die if $> != $u;"
        .formatted(user.name());
  }

  /** Connects as root, then runs these words of Perl, then asks as the agent would. */
  private static String afterConnecting(String words) {
    String program =
        """
        use Socket;
        socket(my $s, PF_UNIX, SOCK_STREAM, 0) or die $!;
        connect($s, sockaddr_un($ARGV[0])) or die $!;
        %s
        my $body = '{"item":"eggs","quantity":1}';
        syswrite($s, "POST /v1/add-to-cart HTTP/1.1\\r\\nHost: purser\\r\\nConnection: close\\r\\n"
          . "Content-Type: application/json\\r\\nContent-Length: " . length($body) . "\\r\\n\\r\\n$body");
        print while <$s>;
        """
            .formatted(words);
    return Command.of("perl", "-e", program, house.doors().agent().toString()).run().orFail();
  }
}
