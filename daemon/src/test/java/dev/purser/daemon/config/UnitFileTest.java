package dev.purser.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.daemon.documents.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** config/purser.service keeps what a daemon that was taken over could do small. */
class UnitFileTest {
  private final Map<String, List<String>> settings =
      Tree.text("config/purser.service")
          .lines()
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .map(line -> line.split("=", 2))
          .collect(
              Collectors.groupingBy(
                  line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));

  @Test
  void daemonHasAUserOfItsOwnAndNoPowers() {
    assertThat(settings)
        .containsEntry("User", List.of("purser"))
        .containsEntry("NoNewPrivileges", List.of("yes"))
        .containsEntry("CapabilityBoundingSet", List.of(""))
        .containsEntry("RestrictAddressFamilies", List.of("AF_UNIX AF_INET AF_INET6"));
  }

  @Test
  void nothingIsWritableButStateAndSockets() {
    assertThat(settings)
        .containsEntry("ProtectSystem", List.of("strict"))
        .containsEntry("ProtectHome", List.of("yes"))
        .containsEntry("StateDirectory", List.of("purser"))
        .containsEntry("StateDirectoryMode", List.of("0700"))
        .containsEntry("UMask", List.of("0077"))
        .doesNotContainKey("ReadWritePaths");
  }

  @Test
  void memoryReachesNoDisk() {
    assertThat(settings)
        .containsEntry("LimitCORE", List.of("0"))
        .containsEntry("MemorySwapMax", List.of("0"));
  }

  @Test
  void secretsComeAsFilesAndNotInTheEnvironment() {
    assertThat(settings)
        .containsKey("LoadCredential")
        .doesNotContainKeys("Environment", "EnvironmentFile", "PassEnvironment");
  }

  /** A sandbox that has bound the directory of the socket would hold an empty one. */
  @Test
  void socketsDirectoriesOutliveARestart() {
    assertThat(settings).containsEntry("RuntimeDirectoryPreserve", List.of("yes"));
  }

  /** The JVM writes the code that it runs, and gives its sockets to their groups. */
  @Test
  void whatTheJvmNeedsIsAllowed() {
    assertThat(settings).doesNotContainKey("MemoryDenyWriteExecute");
    assertThat(settings.get("SystemCallFilter"))
        .containsExactly("@system-service", "~@privileged", "@chown");
  }
}
