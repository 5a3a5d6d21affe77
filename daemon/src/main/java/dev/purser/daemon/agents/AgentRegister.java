package dev.purser.daemon.agents;

import dev.purser.agentapi.AgentName;
import dev.purser.daemon.listeners.AgentDirectory;
import dev.purser.daemon.listeners.Peer;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may act as an agent at this moment: named by the policy, and neither revoked nor expired. The
 * table is read at each request, so that a revoked agent is heard no more.
 */
public final class AgentRegister implements AgentDirectory {
  private final AgentDirectory onThisMachine;
  private final Set<String> remote;
  private final Jdbi jdbi;
  private final Clock clock;

  /**
   * A register.
   *
   * @param onThisMachine agents by OS user, as the policy says
   * @param remote the names that the policy gives to agents elsewhere
   */
  public AgentRegister(AgentDirectory onThisMachine, Set<String> remote, Jdbi jdbi, Clock clock) {
    this.onThisMachine = onThisMachine;
    this.remote = Set.copyOf(remote);
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Optional<AgentName> agentOf(Peer peer) {
    return onThisMachine.agentOf(peer).filter(agent -> isActive(agent.name()));
  }

  /** Without the table: who is revoked hears so, in places of its own. */
  @Override
  public boolean isNamed(Peer peer) {
    return onThisMachine.isNamed(peer);
  }

  @Override
  public Optional<AgentName> agentOf(X509Certificate certificate) {
    if (!isValid(certificate)) {
      return Optional.empty();
    }
    String fingerprint = Fingerprint.of(certificate).hex();
    return jdbi.withExtension(AgentsDao.class, dao -> dao.withCertificate(fingerprint)).stream()
        .map(AgentsDao.Row::enrolment)
        .filter(known -> known.isActiveAt(clock.instant()))
        .map(Enrolment::name)
        .filter(remote::contains)
        .findFirst()
        .map(AgentName::new);
  }

  /** All that the owner has ever added and not replaced. */
  public List<Enrolment> all() {
    return jdbi.withExtension(AgentsDao.class, AgentsDao::all).stream()
        .map(AgentsDao.Row::enrolment)
        .toList();
  }

  private boolean isActive(String name) {
    return jdbi.withExtension(AgentsDao.class, dao -> dao.find(name))
        .map(row -> row.enrolment().isActiveAt(clock.instant()))
        .orElse(true);
  }

  private boolean isValid(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
      return true;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return false;
    }
  }
}
