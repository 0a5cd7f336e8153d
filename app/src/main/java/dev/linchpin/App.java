package dev.linchpin;

import dev.linchpin.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// Where everything starts.
@SpringBootApplication
@Modulithic(systemName = "Linchpin")
public class App {
  public static void main(String[] args) {
    Commands.run(App.class, args);
  }
}
