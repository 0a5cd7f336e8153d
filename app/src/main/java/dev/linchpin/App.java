package dev.linchpin;

/** Starts Linchpin. */
public final class App {
  private App() {}

  public static void main(String[] args) {}
}
