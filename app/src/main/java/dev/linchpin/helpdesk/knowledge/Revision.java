package dev.linchpin.helpdesk.knowledge;

import java.time.Instant;

/// One part that was changed, once. Rows of one change share their version.
public record Revision(
    int version, Instant at, String who, Part part, String was, String becomes) {}
