package dev.assay.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The addresses of the public internet, as opposed to those of this machine or its network. */
final class PublicAddresses {

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? containV6(bytes) : containV4(bytes);
  }

  private static boolean containV4(byte[] bytes) {
    int first = Byte.toUnsignedInt(bytes[0]);
    int second = Byte.toUnsignedInt(bytes[1]);
    boolean thisNetwork = first == 0;
    boolean sharedByCarrier = first == 100 && (second & 0xC0) == 64; // RFC 6598
    boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0; // RFC 6890
    boolean reserved = first >= 240;
    return !(thisNetwork || sharedByCarrier || protocolAssignments || reserved);
  }

  private static boolean containV6(byte[] bytes) {
    boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC; // RFC 4193
    if (uniqueLocal) {
      return false;
    }
    if (startsWith(bytes, 0x20, 0x02)) { // 6to4, RFC 3056
      return contain(embedded(bytes, 2));
    }
    boolean compatible = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    boolean translated = startsWith(bytes, 0, 0x64, 0xFF, 0x9B); // NAT64, RFC 6052 and 8215
    return !(compatible || translated) || contain(embedded(bytes, 12));
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[i] != (byte) prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The IPv4 address some kinds of IPv6 address stand for. */
  private static InetAddress embedded(byte[] bytes, int offset) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an IPv4 address", e);
    }
  }
}
