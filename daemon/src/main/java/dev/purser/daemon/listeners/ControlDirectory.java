package dev.purser.daemon.listeners;

import java.util.Optional;

/** Which person an OS user is on the control socket, as the policy says. */
public interface ControlDirectory {

  /** Empty for everybody whom the policy does not name; being root is no role. */
  Optional<Operator> operatorOf(Peer peer);
}
