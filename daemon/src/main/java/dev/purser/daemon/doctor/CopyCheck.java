package dev.purser.daemon.doctor;

import dev.purser.daemon.listeners.TcpListener;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether somebody else listens on the pages' port, on whatever address: a browser may come to
 * them, be shown a copy of the page, and the owner type the passphrase there.
 *
 * @param port of the pages
 * @param daemon its uid
 */
record CopyCheck(Proc proc, int port, int daemon) implements Check {
  @Override
  public String name() {
    return "pages' port";
  }

  @Override
  public List<Finding> look() {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> TcpListener.in(proc.text(table)).stream())
        .filter(listener -> listener.port() == port && listener.uid() != daemon)
        .findFirst()
        .map(other -> List.of(fail(other)))
        .orElseGet(
            () -> List.of(Finding.ok(name(), "nobody else listens on port %d".formatted(port))));
  }

  private Finding fail(TcpListener other) {
    return Finding.fail(
        name(),
        "uid %d listens on port %d of the pages: it may be a copy of them"
            .formatted(other.uid(), port),
        "end what listens there; if the passphrase was typed there, purser setup --passphrase-only");
  }
}
