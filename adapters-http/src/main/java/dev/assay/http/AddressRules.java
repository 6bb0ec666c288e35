package dev.assay.http;

import dev.assay.ports.PortException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be asked: what the user named, and where that may redirect.
 *
 * <p>A source must not be able to make Assay ask inside the network it runs in, where a cloud's
 * credentials may be had for a plain GET. The JDK keeps a resolved name for some seconds, so the
 * connection goes to the address that was checked.
 */
final class AddressRules {

  /** Not resolved: a name server must not decide what counts as this machine. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private static final int HIGHEST_PORT = 65_535;

  private final HostResolver resolver;

  AddressRules(HostResolver resolver) {
    this.resolver = resolver;
  }

  /** The address the user named, ready to be sent, if it is allowed. */
  URI checkNamed(URI source) {
    checkForm(source);
    if (isPlain(source) && !THIS_MACHINE.matcher(host(source)).matches()) {
      throw PortException.wrongInput(source + " is not encrypted; use https");
    }
    return ascii(source);
  }

  /** Where a redirect leads, if it may. */
  URI checkRedirect(URI named, URI from, @Nullable String location) {
    URI to = target(from, location);
    checkForm(to);
    boolean sameHost = host(to).equals(host(named));
    if (isPlain(to) && !(isPlain(from) && sameHost)) {
      throw refused(from, to, "is not encrypted");
    }
    if (!sameHost) {
      checkPublic(from, to);
    }
    return to;
  }

  private static URI target(URI from, @Nullable String location) {
    if (location == null) {
      throw PortException.permanent(from + " redirects without saying where; check the address");
    }
    try {
      return ascii(from.resolve(location.strip()));
    } catch (IllegalArgumentException e) {
      throw PortException.permanent(
          from + " redirects to '" + OneLine.of(location, 200) + "', which is no address", e);
    }
  }

  /** The JDK would send a letter outside ASCII as a question mark. */
  private static URI ascii(URI uri) {
    return URI.create(uri.toASCIIString());
  }

  private static void checkForm(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw PortException.wrongInput(withoutUser(uri) + " is not a web address; use https");
    }
    if (uri.getRawUserInfo() != null) {
      throw PortException.wrongInput(
          withoutUser(uri) + " was given with a user name or password; leave it out");
    }
    if (uri.getHost() == null || uri.getPort() > HIGHEST_PORT) {
      throw PortException.wrongInput(
          withoutUser(uri) + " names no host, or no possible port; check the address");
    }
  }

  private void checkPublic(URI from, URI to) {
    try {
      for (InetAddress address : resolver.resolve(to.getHost())) {
        if (!PublicAddresses.contain(address)) {
          throw refused(from, to, "is at " + address.getHostAddress() + ", not on the internet");
        }
      }
    } catch (UnknownHostException e) {
      throw new PassingFailure(from + " redirects to " + to + ", a host that is not found", e);
    }
  }

  private static PortException refused(URI from, URI to, String why) {
    return PortException.wrongInput(
        from + " redirects to " + to + ", which " + why + "; refused, check the address");
  }

  /** Messages are shown and kept; a password must not be in them. */
  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/?#]*@", "//");
  }

  private static boolean isPlain(URI uri) {
    return uri.getScheme().equalsIgnoreCase("http");
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }
}
