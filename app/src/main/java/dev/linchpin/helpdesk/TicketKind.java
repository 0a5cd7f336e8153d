package dev.linchpin.helpdesk;

/// What a ticket is.
public enum TicketKind {
  /// Something does not work as it should.
  INCIDENT("incident"),
  /// Somebody asks for something that IT gives.
  SERVICE_REQUEST("service request");

  private final String word;

  TicketKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
