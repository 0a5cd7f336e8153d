package dev.linchpin.messaging;

/// Told when somebody writes from an address that mail came back from: it works again.
///
/// @param address in lower case
public record AddressWorks(String address) {}
