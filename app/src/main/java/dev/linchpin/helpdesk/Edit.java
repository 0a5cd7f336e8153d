package dev.linchpin.helpdesk;

/// One field of a ticket, before and after. A value is what the database keeps, its words are what
/// people read. Empty is nothing.
///
/// @param element which one, of fields that hold many: the tag, the person who watches
record Edit(TicketField field, String element, Value was, Value becomes) {
  /// @param key what is compared
  record Value(String key, String said) {
    static final Value NOTHING = new Value("", "");

    static Value of(String same) {
      return new Value(same, same);
    }
  }

  Edit(TicketField field, Value was, Value becomes) {
    this(field, "", was, becomes);
  }

  boolean changesNothing() {
    return was.equals(becomes);
  }

  /// Whether both are about the same thing.
  boolean meets(HistoryRow row) {
    return field == row.field() && element.equals(row.element());
  }

  Edit reversed() {
    return new Edit(field, element, becomes, was);
  }
}
