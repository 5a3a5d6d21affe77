package dev.purser.daemon.listeners;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;

/**
 * As many addresses as one machine can have by itself: all of the loopback network and, on this
 * machine, all others that it has; all of an IPv6 subnet (RFC 4291, 2.5.1: 64 bits of interface),
 * and one address of IPv4.
 */
final class Neighbourhood {
  private static final String LOOPBACK = "loopback";
  private static final int SUBNET_BYTES = 8;

  private Neighbourhood() {}

  /** Equal for addresses that may be one machine's. */
  static Object of(InetSocketAddress remote) {
    InetAddress address = remote.getAddress();
    if (address.isLoopbackAddress() || isOurs(address)) {
      return LOOPBACK;
    }
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), SUBNET_BYTES))
        : address;
  }

  /** An agent here that comes from another address of this machine is no other agent. */
  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
