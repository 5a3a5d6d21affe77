package dev.purser.daemon.listeners;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * As many addresses as one machine can have by itself: all of the loopback network, all of an IPv6
 * subnet (RFC 4291, 2.5.1: 64 bits of interface), and one address of IPv4.
 */
final class Neighbourhood {
  private static final String LOOPBACK = "loopback";
  private static final int SUBNET_BYTES = 8;

  private Neighbourhood() {}

  /** Equal for addresses that may be one machine's. */
  static Object of(InetSocketAddress remote) {
    InetAddress address = remote.getAddress();
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), SUBNET_BYTES))
        : address;
  }
}
