package dev.linchpin.browser;

import dev.linchpin.look.SampleServer;

/// The sample organisation, started once for all tests in the browser.
final class SampleOrganisation {
  private static final SampleServer SERVER = start();

  private SampleOrganisation() {}

  static SampleServer server() {
    return SERVER;
  }

  private static SampleServer start() {
    SampleServer server = SampleServer.start(true);
    server.makeAdmin();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }
}
