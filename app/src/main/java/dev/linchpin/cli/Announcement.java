package dev.linchpin.cli;

import dev.linchpin.access.Setup;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says where Linchpin is and how to sign in, once it is ready.
@Component
class Announcement {
  private final Setup setup;
  private final WebServerApplicationContext server;

  Announcement(Setup setup, WebServerApplicationContext server) {
    this.setup = setup;
    this.server = server;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    int port = server.getWebServer() == null ? 0 : server.getWebServer().getPort();
    String address = "http://localhost:" + port;
    System.out.println(
        setup
            .openAddressPath()
            .map(path ->
                """

                Linchpin is ready. Make the first account here, within an hour:
                  %s%s
                Stop it with Ctrl-C.\
                """
                    .formatted(address, path))
            .orElse(
                """

                Linchpin is ready. Sign in here:
                  %s
                Stop it with Ctrl-C.\
                """
                    .formatted(address)));
  }
}
