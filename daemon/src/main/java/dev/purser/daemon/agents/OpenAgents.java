package dev.purser.daemon.agents;

import dev.purser.budgets.Attenuation;
import dev.purser.budgets.PolicyTerms;
import dev.purser.daemon.audit.AuditEntry;
import dev.purser.daemon.ledger.OpenBooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The owner's words on agents, inside a decision; every change is an event. */
public final class OpenAgents {
  private final OpenBooks books;
  private final AgentsDao dao;

  public OpenAgents(OpenBooks books) {
    this.books = books;
    this.dao = books.dao(AgentsDao.class);
  }

  public Optional<Enrolment> find(String name) {
    return dao.find(name).map(AgentsDao.Row::enrolment);
  }

  /** Whether the agent may act: nobody has revoked it and its time is not over. */
  public boolean isActive(String name) {
    return find(name).map(known -> known.isActiveAt(books.now())).orElse(true);
  }

  /** The policy's terms, less what the owner takes away; nothing for who is revoked or expired. */
  public PolicyTerms narrow(PolicyTerms terms, String name) {
    return find(name)
        .map(known -> known.isActiveAt(books.now()) ? known.attenuation() : Attenuation.ALL)
        .map(terms::narrowedBy)
        .orElse(terms);
  }

  /** Agents that are not revoked and are known by this certificate: one at most, by our care. */
  public List<Enrolment> withCertificate(Fingerprint certificate) {
    return dao.withCertificate(certificate.hex()).stream().map(AgentsDao.Row::enrolment).toList();
  }

  /** Takes the place of what was said of the agent before. */
  public void add(Enrolment enrolment) {
    dao.remove(enrolment.name());
    dao.insert(AgentsDao.Row.of(enrolment));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("agent", enrolment.name());
    data.put("attenuation", AttenuationJson.fields(enrolment.attenuation()));
    enrolment.certificate().ifPresent(certificate -> data.put("certificate", certificate.hex()));
    books.record(AuditEntry.of("agent.added", enrolment.added().by(), data));
  }

  /** False when nothing was said of the agent, or it was revoked already. */
  public boolean revoke(String name, String actor) {
    boolean revoked = dao.revoke(name, books.now());
    if (revoked) {
      books.record(AuditEntry.of("agent.revoked", actor, Map.of("agent", name)));
    }
    return revoked;
  }

  /** Orders that wait for the owner though their agent's time is over. */
  public List<UUID> waitingOfExpired() {
    return dao.waitingOfExpired(books.now());
  }
}
