package dev.linchpin.web.shell;

import java.net.URI;
import java.net.URISyntaxException;

/// Where a person is sent on to: a path of ours, never another site.
public final class OwnAddress {
  private static final URI HOME = URI.create("/");

  private OwnAddress() {}

  /// The address if it is a plain path of this application, with or without a query; else `/`.
  public static URI orHome(String address) {
    try {
      boolean path = address.startsWith("/") && !address.startsWith("//");
      return path && !address.contains("\\") ? new URI(address) : HOME;
    } catch (URISyntaxException e) {
      return HOME;
    }
  }
}
